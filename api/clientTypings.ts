/** The typings of the `komodo` client that a Core serves beside the client itself. */
import type { CallOptions, Client } from './client.ts';
import { CoreError } from './coreError.ts';

/** The files that there are in every version, and those that came later. */
const always = ['lib.d.ts', 'types.d.ts', 'responses.d.ts'];
const perhaps = ['terminal.d.ts'];

/**
 * The files of the typings by their names, as they are. Core serves them to everybody.
 * @throws CoreError where one is not to be had
 */
export async function readClientTypings(
  client: Client,
  call?: CallOptions,
): Promise<Readonly<Record<string, string>>> {
  const read = async (name: string) => [name, await client.text(`/client/${name}`, call)] as const;
  const later = perhaps.map((name) =>
    read(name).catch((error: unknown) => {
      // For a path that it does not know, a Core has an error or its web page.
      if (error instanceof CoreError && ['not-found', 'not-komodo'].includes(error.kind))
        return undefined;
      throw error;
    }),
  );
  const files = await Promise.all([...always.map(read), ...later]);
  return Object.fromEntries(files.filter((file) => file !== undefined));
}
