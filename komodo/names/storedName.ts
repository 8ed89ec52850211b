/** What Core makes of a name that somebody gives. */
import { compareVersions } from '../schema/index.ts';
import type { NameKind } from './kinds.ts';

/**
 * The name under which Core keeps what is to be called so: it trims all names and rewrites what Docker or a path could
 * not hold. A file that says another name than this is "new" at every sync.
 *
 * @param version of Core; the rules grew stricter with 1.18.2 and 2.3.0
 */
export function storedName(kind: NameKind, wished: string, version: string): string {
  switch (kind) {
    case 'variable':
    case 'tag':
    case 'user_group':
      return wished;
    case 'stack':
    case 'build':
      return forDocker(wished, version);
    case 'deployment':
      return forContainer(wished, version);
    case 'repo':
      return trimmed(wished).replace(/[ \n]/g, '_');
    default:
      return trimmed(wished).replaceAll('\n', '_');
  }
}

function forDocker(wished: string, version: string): string {
  if (isBefore(version, '2.3.0')) return trimmed(wished.toLowerCase().replace(/[ .,\n&]/g, '_'));
  return withoutBeginning(
    trimmed(wished)
      .toLowerCase()
      .replace(/[^a-z0-9_-]/gu, '_'),
  );
}

function forContainer(wished: string, version: string): string {
  if (isBefore(version, '1.18.2')) return forDocker(wished, version);
  if (isBefore(version, '2.3.0')) return trimmed(wished).replace(/[ ,\n&]/g, '_');
  return withoutBeginning(trimmed(wished).replace(/[^A-Za-z0-9_.-]/gu, '_'));
}

/** Docker wants a letter or digit first. */
function withoutBeginning(name: string): string {
  return name.replace(/^[^A-Za-z0-9]+/, '');
}

/** Rust's `trim`, which takes another white space off than JavaScript's. */
function trimmed(text: string): string {
  return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
}

function isBefore(version: string, other: string): boolean {
  return compareVersions(version, other) < 0;
}

/** Why Core refuses to have something of this name; undefined where it takes it, perhaps rewritten. */
export function whyRefused(kind: NameKind, name: string): string | undefined {
  if (kind === 'variable')
    return /^[A-Za-z_][A-Za-z0-9_]{0,499}$/.test(name)
      ? undefined
      : 'a Variable’s name is made of letters, digits and _, and does not begin with a digit';
  if (name === '') return 'a name cannot be empty';
  return /^[0-9a-f]{24}$/i.test(name) && kind !== 'tag' && kind !== 'user_group'
    ? '24 hexadecimal digits are an id to Core, and no name'
    : undefined;
}
