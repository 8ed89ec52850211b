/** The Core that a command of the command line speaks to: address by `--core`, API key from the environment. */
import { createClient, type Client } from '../api/index.ts';
import { CommandError } from './output.ts';

export const keyVariable = 'KOMODO_API_KEY';
export const secretVariable = 'KOMODO_API_SECRET';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @throws CommandError when the key or its secret is not in the environment: it is never taken as an argument, which
 * other users of the machine and the shell's history would see
 */
export function coreClient(url: string, environment: Environment): Client {
  const key = environment[keyVariable];
  const secret = environment[secretVariable];
  if (!key || !secret) {
    throw new CommandError(
      `Put an API key of that Core into ${keyVariable} and its secret into ${secretVariable} (Core's UI makes one under Settings › Profile).`,
      2,
    );
  }
  return createClient({ url, credential: () => Promise.resolve({ key, secret }) });
}
