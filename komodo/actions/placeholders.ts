import { tokensOf } from './tokens.ts';

/** `[[NAME]]`, as Core fills in Variables and secrets. */
const interpolation = /\[\[([\w.-]+)\]\]/g;

/** A script with a name in the place of each Variable that Core fills into its code. */
export interface Neutral {
  /** As long as the script, so that no offset moves. */
  readonly text: string;
  /** The names that were put in, each once. */
  readonly names: readonly string[];
}

/**
 * Makes a script TypeScript that has `[[NAME]]` in its code: what Core puts there is a value. In strings and templates it
 * may stay. `[[a]]` of a name that the script uses elsewhere is an array in an array, which Core leaves alone.
 */
export function withoutPlaceholders(script: string): Neutral {
  if (!script.includes('[[')) return { text: script, names: [] };
  const signs = new Set(
    tokensOf(script).flatMap((token) => (token.kind === 'sign' ? [token.start] : [])),
  );
  const rest = script.replace(interpolation, '');
  const names = new Set<string>();
  const text = script.replace(interpolation, (written, name: string, at: number) => {
    if (!signs.has(at) || isIn(rest, name)) return written;
    const put = `__${name.replace(/[.-]/g, '_')}__`;
    names.add(put);
    return put;
  });
  return { text, names: [...names] };
}

function isIn(script: string, name: string): boolean {
  return (
    /^\d/.test(name) ||
    new RegExp(`(?<![\\w$.])${name.replace(/\W/g, '\\$&')}(?![\\w$])`).test(script)
  );
}
