import type { CallOptions, Client } from './client.ts';
import { CoreError } from './coreError.ts';

/** The versions of Core this project was held against, `major.minor`. */
const oldestKnown = [1, 18] as const;
const newestKnown = [2, 3] as const;

export interface Connection {
  /** Version of Core, e.g. `2.3.2`. */
  readonly version: string;
  /** `newer` than what this project knows: most things should work all the same. */
  readonly fit: 'known' | 'newer';
  /** What its owner calls it. */
  readonly title: string;
  /** IANA name; Komodo 1.x does not say. */
  readonly timezone?: string;
  readonly user: { readonly name: string; readonly admin: boolean };
}

/**
 * Tries address and credential out, and says who answers.
 * @throws CoreError that names the fault; `unsupported` when Core is older than what we know
 */
export async function testConnection(
  client: Client,
  options: CallOptions = {},
): Promise<Connection> {
  const { version } = await client.read('GetVersion', {}, options);
  if (typeof version !== 'string')
    throw new CoreError(
      'not-komodo',
      `${client.url} answers, but not as Komodo does: it names no version.`,
    );
  const fit = fitOf(version);
  if (fit === 'older')
    throw new CoreError(
      'unsupported',
      `This is Komodo ${version}; it takes ${oldestKnown.join('.')} or newer.`,
    );
  const [info, user] = await Promise.all([
    client.read('GetCoreInfo', {}, options),
    client.user(options),
  ]);
  return {
    version,
    fit,
    title: info.title,
    ...(info.timezone ? { timezone: info.timezone } : {}),
    user: { name: user.username, admin: user.admin ?? false },
  };
}

function fitOf(version: string): 'older' | 'known' | 'newer' {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const after = ([a, b]: readonly [number, number]): boolean =>
    major > a || (major === a && minor > b);
  if (after(newestKnown)) return 'newer';
  return after(oldestKnown) || (major === oldestKnown[0] && minor === oldestKnown[1])
    ? 'known'
    : 'older';
}
