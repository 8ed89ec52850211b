/**
 * The sandbox as a program, `sandbox FOLDER`: prints one line of JSON (`url`, `key`, `secret`) on stdout once it
 * listens, what is wrong with the files on stderr, and ends when its stdin does. For each line on stdin it reads the
 * files at once, and says `{"reloaded":true}` when it has.
 */
import { createInterface } from 'node:readline';
import { bundledEngine } from '../komodo/patterns/bundled-engine.ts';
import { serveFolder } from './serve.ts';

async function main(folder: string): Promise<void> {
  const sandbox = await serveFolder({
    folder,
    regexEngine: bundledEngine,
    say,
  });
  const { url, key, secret } = sandbox;
  process.stdout.write(`${JSON.stringify({ url, key, secret })}\n`);
  const asked = createInterface({ input: process.stdin });
  asked.on('line', () => {
    void sandbox
      .readAgain()
      .catch((error: unknown) => say(String(error)))
      .then(() => process.stdout.write('{"reloaded":true}\n'));
  });
  await new Promise((resolve) => asked.once('close', resolve));
  await sandbox.close();
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  say('usage: sandbox FOLDER');
  process.exitCode = 2;
} else {
  main(folder).catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
