/**
 * `npm start [-- --port N]`: opens a VS Code with the extension on a copy of the sample workspace: the installed `code` where there
 * is one, else code-server, whose address it prints. Stays until Ctrl-C, or until the window of `code` is closed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build.mts';
import { installExtension, startCodeServer } from './host/codeServer.mts';
import { cleanEnvironment, hasDisplay, which } from './host/commands.mts';
import { installCodeServer } from './host/install.mts';
import { quietSettings } from './host/settings.mts';
import { whenStarted } from './main.mts';
import { packageExtension, vsixFile } from './package.mts';
import { root, sampleWorkspace } from './root.mts';

/** The sample is also what tests read: people get a copy to play with, which stays as they leave it. */
function sampleToPlayWith(): string {
  const copy = path.join(root, '.host', 'sample', 'harbour');
  if (!existsSync(copy)) cpSync(sampleWorkspace, copy, { recursive: true });
  return copy;
}

async function inInstalledCode(code: string): Promise<void> {
  await buildAll();
  const sample = sampleToPlayWith();
  console.log(`Opening ${sample} in ${code} …`);
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, sample];
  const env = cleanEnvironment();
  const child = spawn(code, args, { env, stdio: 'inherit', shell: process.platform === 'win32' });
  const [exitCode] = (await once(child, 'exit')) as [number | null];
  if (exitCode !== 0) throw new Error(`${code} ended with exit code ${exitCode ?? 'none'}.`);
}

async function inCodeServer(port: number | undefined): Promise<void> {
  const codeServer = await installCodeServer();
  await packageExtension();
  const folder = path.join(root, '.host', 'start');
  await installExtension(codeServer, folder, vsixFile);
  const server = await startCodeServer(codeServer, { folder, settings: quietSettings, port });
  const sample = sampleToPlayWith();
  // An empty window would show nothing of the extension.
  const openFile = path.join(sample, 'komodo', 'procedures.toml');
  const address = server.windowOn(sample, existsSync(openFile) ? { openFile } : {});
  console.log(`\nVS Code with Komodo Procedures: ${address}`);
  console.log('Open this address in a browser. Ctrl-C ends it.');
  const opener = hasDisplay() ? which('xdg-open') : undefined;
  if (opener !== undefined) spawn(opener, [address], { stdio: 'ignore', detached: true }).unref();
  await server.ended;
}

await whenStarted(import.meta, async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const code = hasDisplay() ? which('code') : undefined;
  const port = values.port === undefined ? undefined : Number(values.port);
  await (code === undefined ? inCodeServer(port) : inInstalledCode(code));
});
