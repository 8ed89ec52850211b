/** The typings that scripts are checked with, as text. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { compareVersions } from '../../komodo/schema/index.ts';

export interface Typings {
  /** What the language and Deno have, by the name of the file. */
  readonly common: Readonly<Record<string, string>>;
  /** The files of the `komodo` client, by the version of Komodo. */
  readonly versions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The requests that a version knows: `read` → `["GetVersion", …]`. */
  readonly requests: Readonly<Record<string, Readonly<Record<RequestKind, readonly string[]>>>>;
}
export type RequestKind = 'read' | 'write' | 'execute';

/** Reads the file that lies beside the bundle. Throws if it is missing or broken. */
export function readTypings(path: string): Typings {
  return JSON.parse(brotliDecompressSync(readFileSync(path)).toString('utf8')) as Typings;
}

/**
 * The version whose typings are the nearest to those of a Core: of the same major version the newest that is not newer,
 * else the oldest.
 *
 * @param core the newest known if undefined
 */
export function nearestVersion({ versions }: Typings, core: string | undefined): string {
  return nearestOf(Object.keys(versions), core);
}

/** As {@link nearestVersion}, of some versions. */
export function nearestOf(versions: readonly string[], core: string | undefined): string {
  const known = [...versions].sort(compareVersions);
  const newest = known.at(-1)!;
  if (core === undefined) return newest;
  const [major] = core.split('.');
  const alike = known.filter((version) => version.split('.')[0] === major);
  if (alike.length === 0) return compareVersions(core, newest) > 0 ? newest : known[0]!;
  return alike.findLast((version) => compareVersions(version, core) <= 0) ?? alike[0]!;
}
