import { build } from 'esbuild';
import path from 'node:path';
import { root } from '../root.mts';
import { chooseHost } from './chooseHost.mts';
import { inCodeServer } from './inCodeServer.mts';
import { inElectron } from './inElectron.mts';
import { takeTally, tallyVariable, type Tally } from './tally.ts';
import { copyOfSample, runFolder } from './workspace.mts';

const bundled = path.join(root, 'out', 'e2e', 'host');

/** Runs e2e/host inside the extension host of a real VS Code, on the extension that is in dist/. */
export async function runHostTests(): Promise<Tally> {
  const host = await chooseHost();
  console.log(`In the extension host of ${host.name}, as ${host.reason}:`);
  await build({
    absWorkingDir: root,
    entryPoints: ['e2e/host/*.ts'],
    outdir: bundled,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  const tallyFile = path.join(runFolder(), 'tally.json');
  const run = host.name === 'electron' ? inElectron : inCodeServer;
  const succeeded = await run({
    extension: root,
    tests: path.join(bundled, 'run.js'),
    workspace: copyOfSample(),
    env: { [tallyVariable]: tallyFile },
  });
  return takeTally(tallyFile, succeeded);
}
