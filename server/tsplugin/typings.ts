/** The typings that lie beside the plugin: what Deno has, and the `komodo` client by the version of Komodo. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compareVersions } from '../../komodo/schema/version.ts';

/** What the web has in common with Deno is known to a project by TypeScript's own typings. */
const common = ['arguments', 'modules', 'deno'];

/**
 * The paths of the files that declare what a script finds around it, for the version nearest to that of a Core.
 *
 * @param more a folder with other versions, beside those in `folder`
 */
export function typingsFor(
  core: string | undefined,
  folder: string,
  more?: string,
): readonly string[] {
  const folders = [...versionsIn(folder), ...(more === undefined ? [] : versionsIn(more))];
  const own = new Map(folders.map((path) => [basename(path), path]));
  const files = [
    `${own.get(nearest([...own.keys()], core))!}/globals.d.ts`,
    ...common.map((name) => join(folder, 'common', `${name}.d.ts`)),
  ];
  return files.map((path) => path.replaceAll('\\', '/'));
}

function versionsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d/.test(entry.name))
    .map(({ name }) => join(folder, name));
}

/** Of the same major version the newest that is not newer than Core; else the newest, or the oldest for an older Core. */
export function nearest(versions: readonly string[], core: string | undefined): string {
  const known = [...versions].sort(compareVersions);
  const alike = known.filter((version) => version.split('.')[0] === core?.split('.')[0]);
  const notNewer = (version: string): boolean =>
    core === undefined || compareVersions(version, core) <= 0;
  return alike.findLast(notNewer) ?? alike[0] ?? known.findLast(notNewer) ?? known[0]!;
}
