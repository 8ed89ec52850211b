/** Which files are scripts of Actions, and what TypeScript says of them that does not hold. */
import { isMarked } from '../../komodo/actions/scriptFile.ts';
import type { PluginConfig } from '../../protocol/tsPlugin.ts';
import { globMatches } from '../workspace/glob.ts';

/** How VS Code tells TypeScript of scripts that stand in TOML files. */
const IN_TOML = '^/komodo-action/';

/**
 * @param path as TypeScript calls the file, with `/` between its parts
 * @param beginning of its text; a few lines will do
 */
export function isAction(path: string, beginning: string, config: PluginConfig): boolean {
  if (path.startsWith(IN_TOML)) return true;
  if (!path.endsWith('.ts') || path.endsWith('.d.ts')) return false;
  if (isMarked(beginning)) return true;
  const { include = [], folders = [] } = config;
  return folders.some((folder) => {
    const within = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
    return within !== undefined && include.some((glob) => globMatches(glob, within));
  });
}

/** A `return` outside of a function; Core puts the script into one. */
const RETURN = 1108;
/** `await` in what is no module, or for a target that lacks it. */
const AWAIT: readonly number[] = [1375, 1378, 1431, 1432];
/** A name that nothing declares. */
const UNKNOWN_NAME: readonly number[] = [2304, 2552];

/**
 * Whether Core runs what a diagnostic of TypeScript is about all the same.
 *
 * @param text of the script; `start` counts UTF-16 code units in it
 */
export function isFineInCore(code: number, text: string, start: number | undefined): boolean {
  if (code === RETURN || AWAIT.includes(code)) return true;
  // Core puts the value of a Variable in its place.
  const before = text.slice(0, start ?? 0);
  return start !== undefined && UNKNOWN_NAME.includes(code) && /\[\[\s*$/.test(before);
}
