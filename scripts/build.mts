/**
 * `npm run build [-- --watch] [--missing]`: bundles everything that ships into dist/, as it ships; with `--missing` only
 * where nothing was built yet, and with `--watch` readable, with source maps, and again after each change.
 * artifacts/bundles.json then says what each bundle is made of (esbuild's metafile).
 */
import { build, context } from 'esbuild';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundles } from './bundles.mts';
import { collectDocumentation } from './documentation.mts';
import { whenStarted } from './main.mts';
import { buildPlugin } from './tsPlugin.mts';
import { compressedTypings } from './typings.mts';
import { artifacts, dist, root } from './root.mts';

/**
 * Bundles everything once, and writes beside it the documentation that hovers show, and typings for scripts. Rejects, after esbuild has printed
 * why, when a file can't be bundled.
 */
export async function buildAll({ production = true } = {}): Promise<void> {
  const results = await Promise.all(bundles(production).map((options) => build(options)));
  const metafiles = results.flatMap(({ metafile }) => metafile ?? []);
  mkdirSync(artifacts, { recursive: true });
  writeFileSync(path.join(artifacts, 'bundles.json'), JSON.stringify(metafiles));
  const documentation = path.join(dist, 'documentation.json');
  writeFileSync(documentation, JSON.stringify(collectDocumentation()));
  const typings = path.join(dist, 'typings.json.br');
  writeFileSync(typings, compressedTypings(production ? 11 : 5));
  removeLeftovers([
    documentation,
    typings,
    ...metafiles.flatMap(({ outputs }) => Object.keys(outputs)),
  ]);
  await buildPlugin(production);
  chmodSync(path.join(dist, 'cli.js'), 0o755);
}

/** Removes what an earlier build left in dist/, so that it isn't packaged. A program that runs now keeps its file. */
function removeLeftovers(outputs: string[]): void {
  const fresh = new Set(outputs.map((file) => path.resolve(root, file)));
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !fresh.has(file)) rmSync(file);
  }
}

/** Bundles everything, then again what changes, until the process ends. */
async function watch(): Promise<void> {
  await buildAll({ production: false });
  for (const options of bundles(false)) {
    const bundle = await context({ ...options, logLevel: 'info' });
    await bundle.watch();
  }
}

await whenStarted(import.meta, async () => {
  const { values } = parseArgs({
    options: {
      watch: { type: 'boolean' },
      missing: { type: 'boolean' },
    },
  });
  if (values.missing && existsSync(path.join(dist, 'verdict.js'))) return;
  await (values.watch ? watch() : buildAll());
});
