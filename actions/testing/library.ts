import { buildSync } from 'esbuild';

/** The JavaScript of `komodo_client`, as dist/ has it. */
export function komodoLibrary(): string {
  const { outputFiles } = buildSync({
    entryPoints: ['node_modules/komodo_client/dist/lib.js'],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]!.text;
}
