/**
 * The plugin for TypeScript's own server. VS Code looks for it in the extension's node_modules, where vsce packs nothing
 * but dependencies: so it is made in dist/ and put into the package afterwards.
 */
import { build } from 'esbuild';
import JSZip from 'jszip';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clientFiles, commonFiles } from '../server/actions/workspaceTypings.ts';
import { dist, root } from './root.mts';
import { collectTypings } from './typings.mts';

/** As package.json contributes it. */
const name = 'komodo-actions';
const built = path.join(dist, name);

/** Makes the plugin as a package of its own. */
export async function buildPlugin(production: boolean, folder = built): Promise<void> {
  const write = (file: string, text: string): void => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  const writeAll = (within: string, files: Readonly<Record<string, string>>): void => {
    for (const [file, text] of Object.entries(files)) write(`${within}/${file}`, text);
  };
  rmSync(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['server/tsplugin/main.ts'],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    minify: production,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // TypeScript calls what the module is, not what it exports.
    footer: { js: 'module.exports = module.exports.default;' },
    logLevel: 'warning',
  });
  write('package.json', JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
  const typings = collectTypings();
  writeAll('typings/common', commonFiles(typings));
  for (const [version, client] of Object.entries(typings.versions)) {
    writeAll(`typings/${version}`, clientFiles(client));
  }
}

/** Puts the plugin into a packaged extension, where VS Code finds it. */
export async function addPlugin(vsix: string): Promise<void> {
  const zip = await JSZip.loadAsync(readFileSync(vsix));
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const within = path.relative(built, file).replaceAll(path.sep, '/');
    zip.file(`extension/node_modules/${name}/${within}`, readFileSync(file));
  }
  const options = { compression: 'DEFLATE', compressionOptions: { level: 9 } } as const;
  writeFileSync(vsix, await zip.generateAsync({ type: 'nodebuffer', ...options }));
}
