/**
 * `npm run package`: bundles for publication and makes komodo-procedures-VERSION.vsix. Fails when the client has grown
 * beyond what an editor should load at its start.
 */
import { createVSIX } from '@vscode/vsce';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildAll } from './build.mts';
import { whenStarted } from './main.mts';
import { dist, root } from './root.mts';

/** The most bytes dist/client.js may take, by gzip. */
const clientLimit = 150_000;

const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

/** The packaged extension. */
export const vsixFile = path.join(root, `${name}-${version}.vsix`);

/** Builds and packages the extension; vsce lists what is in the package. */
export async function packageExtension(): Promise<void> {
  await buildAll({ production: true });
  const client = gzipSync(readFileSync(path.join(dist, 'client.js'))).length;
  console.log(`dist/client.js: ${client} bytes by gzip, of ${clientLimit}`);
  if (client > clientLimit) throw new Error('dist/client.js is too large.');
  await createVSIX({
    cwd: root,
    packagePath: vsixFile,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

await whenStarted(import.meta, packageExtension);
