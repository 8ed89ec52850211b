/**
 * The sandbox as a program, `sandbox FOLDER`: prints one line of JSON (`url`, `key`, `secret`) on stdout once it
 * listens, what is wrong with the files on stderr, and ends when its stdin does.
 */
import { bundledEngine } from '../komodo/patterns/bundled-engine.ts';
import { serveFolder } from './serve.ts';

async function main(folder: string): Promise<void> {
  const { url, key, secret, close } = await serveFolder({
    folder,
    regexEngine: bundledEngine,
    say,
  });
  process.stdout.write(`${JSON.stringify({ url, key, secret })}\n`);
  await new Promise((resolve) =>
    process.stdin.resume().once('close', resolve).once('end', resolve),
  );
  await close();
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
