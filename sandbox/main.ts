/**
 * The sandbox as a program: `sandbox FOLDER`. It reads the folder's TOML files, and again when they change; prints one
 * line of JSON (`url`, `key`, `secret`) on stdout when it listens; and ends when its stdin does.
 */
import { bundledEngine } from '../komodo/patterns/bundled-engine.ts';
import { startSandbox } from './sandbox.ts';
import type { FileProblem } from './sandbox.ts';
import { readFolder } from './workspace/folder.ts';
import { watchFolder } from './workspace/watch.ts';

/** Runs until stdin ends. Rejects where the folder cannot be read or no port is free. */
export async function runSandbox(folder: string): Promise<void> {
  const sandbox = await startSandbox({
    files: () => readFolder(folder, say),
    regexEngine: bundledEngine,
  });
  sandbox.problems.forEach(tell);
  const { url, key, secret } = sandbox;
  process.stdout.write(`${JSON.stringify({ url, key, secret })}\n`);
  const stopWatching = watchFolder(folder, async () => {
    sandbox.reload(await readFolder(folder, say)).forEach(tell);
  });
  await new Promise((resolve) => process.stdin.resume().once('close', resolve).once('end', resolve));
  stopWatching();
  await sandbox.close();
}

function tell({ path, line, message }: FileProblem): void {
  say(`${path}${line === undefined ? '' : `:${line}`}: ${message}`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

if (require.main === module) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    say('usage: sandbox FOLDER');
    process.exitCode = 2;
  } else {
    runSandbox(folder).catch((error: unknown) => {
      say(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    });
  }
}
