/**
 * `npm run package`: bundles for publication and makes komodo-procedures-VERSION.vsix. Fails when the client has grown
 * beyond what an editor should load at its start.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildAll } from './build.mts';
import { whenStarted } from './main.mts';
import { dist, root } from './root.mts';
import { addPlugin } from './tsPlugin.mts';

/** The most bytes dist/client.js may take, by gzip. */
const clientLimit = 150_000;

const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

/** The packaged extension. */
export const vsixFile = path.join(root, `${name}-${version}.vsix`);

const vsceOptions = [
  ...['--out', vsixFile, '--no-dependencies', '--no-git-tag-version', '--no-update-package-json'],
  ...['--allow-missing-repository', '--no-rewrite-relative-links'],
  // The documentation of Alerters, which hovers show, has an address of Slack as an example.
  ...['--allow-package-secrets', 'slack'],
];

/** Builds and packages the extension; vsce lists what is in the package. */
export async function packageExtension(): Promise<void> {
  await buildAll();
  const client = gzipSync(readFileSync(path.join(dist, 'client.js'))).length;
  console.log(`dist/client.js: ${client} bytes by gzip, of ${clientLimit}`);
  if (client > clientLimit) throw new Error('dist/client.js is too large.');
  // A program of its own: as a library it would end this process on an error.
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const { status } = spawnSync(process.execPath, [vsce, 'package', ...vsceOptions], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('vsce could not package the extension.');
  await addPlugin(vsixFile);
}

await whenStarted(import.meta, packageExtension);
