import type { Types } from 'komodo_client';
import type { Terminal } from '../komodo/inventory/terminal.ts';
import type { CallOptions, Client } from './client.ts';

/**
 * The terminals that a Core knows of now, as far as the user may see them: on one Server, for which its Periphery is asked,
 * or on everything. Then each Periphery is, and those of one that does not answer are left out, after a second.
 *
 * @param version of the Core: one before 2.0 can tell those of one Server only, and of none else
 * @param server its name; undefined for all
 * @throws CoreError
 */
export async function readTerminals(
  client: Client,
  version: string,
  server: string | undefined,
  options?: CallOptions,
): Promise<readonly Terminal[]> {
  if (server !== undefined) {
    const target = { type: 'Server', params: { server } };
    const asked = version.startsWith('1.') ? { server, fresh: true } : { target };
    const found = await client.read('ListTerminals', asked as Types.ListTerminals, options);
    // Core does not say again which server it is.
    return found.map(({ name, command }) => ({
      name,
      command,
      target: 'Server',
      params: { server },
    }));
  }
  if (version.startsWith('1.')) return [];
  const terminals = await client.read('ListTerminals', { use_names: true }, options);
  return terminals.map(({ name, command, target }) => ({
    name,
    command,
    target: target.type,
    params: textsOf(target.params),
  }));
}

function textsOf(params: object): Record<string, string> {
  const all = Object.entries(params) as [string, unknown][];
  return Object.fromEntries(
    all.filter((each): each is [string, string] => typeof each[1] === 'string'),
  );
}
