/** `komodo-procedures sandbox`: the embedded Core over a folder, until Ctrl-C. */
import { bundledEngine } from '../komodo/patterns/bundled-engine.ts';
import { serveFolder } from '../sandbox/serve.ts';
import { keyVariable, secretVariable } from './core.ts';
import { CommandError, type Output } from './output.ts';

/**
 * Writes where it listens and an API key made for this start, then serves.
 * @returns the exit code once it was told to stop
 * @throws CommandError when the folder can't be read
 */
export async function sandboxCommand(folder: string, { say, note }: Output): Promise<number> {
  const sandbox = await serveFolder({ folder, regexEngine: bundledEngine, say: note }).catch(
    (error: unknown) => {
      throw new CommandError(error instanceof Error ? error.message : String(error), 2);
    },
  );
  say(`export ${keyVariable}=${sandbox.key} ${secretVariable}=${sandbox.secret}`);
  say(
    `# The sandbox listens at ${sandbox.url} until Ctrl-C. It simulates what it can't really do.`,
  );
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await sandbox.close();
  return 0;
}
