import { buildSync } from 'esbuild';

/** What scripts import, as dist/ has it. */
export function komodoLibrary(): string {
  const { outputFiles } = buildSync({
    entryPoints: ['actions/library/komodo2.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]!.text;
}
