import { buildSync } from 'esbuild';

/**
 * What scripts import, as dist/ has it.
 * @param version the first number of the Core's version
 */
export function komodoLibrary(version: 1 | 2 = 2): string {
  const { outputFiles } = buildSync({
    entryPoints: [`actions/library/komodo${version}.ts`],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]!.text;
}
