/** One way to write an item of a pattern as another that picks the same names. */
import { readPattern, type PatternItem, type PatternMode } from './pattern.ts';

/**
 * A wildcard as a regex, between its backslashes. Both pick the same names, but for those with characters beyond ASCII
 * where the wildcard has `?`: that is one byte there, and one character in a regex. Undefined for what is no sound
 * wildcard.
 *
 * @param mode what the item is part of: in a list a comma ends it, and a `#` can
 */
export function asRegex(
  { steps, text }: PatternItem,
  mode: PatternMode = 'batch',
): string | undefined {
  const pieces = steps && text.match(/\\?./gsu);
  if (!pieces) return undefined;
  const parts = pieces.map((piece) => {
    if (piece === '*') return '.*';
    return piece === '?' ? '.' : literalOf(piece).replace(signsOfRegex, '\\$&');
  });
  return asItem(`\\^${parts.join('')}$\\`, 'regex', mode);
}

/** A regex that asks for nothing but characters, `.`, `.*` and `.+`, as a wildcard; undefined for any other. */
export function asWildcard(
  { kind, text }: PatternItem,
  mode: PatternMode = 'batch',
): string | undefined {
  const [, start, body, end] = /^\\(\^?)(.*?)(\$?)\\$/s.exec(text) ?? [];
  if (kind !== 'regex' || body === undefined) return undefined;
  const pieces = body.match(/\.[*+]?|\\?./gsu) ?? [];
  const parts = pieces.map(wildcardOf);
  if (parts.includes(undefined)) return undefined;
  const wildcard = `${start ? '' : '*'}${parts.join('')}${end ? '' : '*'}`;
  return asItem(wildcard.replace(/(?<!\\)\*{2,}/g, '*'), 'wildcard', mode);
}

const signsOfRegex = /[.+*?()|[\]{}^$\\]/g;

/** Of a piece of a regex; undefined for one that means something a wildcard cannot say. */
function wildcardOf(piece: string): string | undefined {
  if (piece === '.*') return '*';
  if (piece === '.+') return '?*';
  if (piece === '.') return '?';
  const isLiteral = piece.startsWith('\\')
    ? /^\\[.+*?()|[\]{}^$\\#&~/-]$/.test(piece)
    : !/[+*?()|[\]{}^$\\]/.test(piece);
  return isLiteral ? literalOf(piece).replace(/[*?\\]/, '\\$&') : undefined;
}

/** A character without the backslash before it. */
function literalOf(piece: string): string {
  return piece.replace(/^\\(?=.)/s, '');
}

/** Undefined where Core would read it as something else. */
function asItem(text: string, kind: PatternItem['kind'], mode: PatternMode): string | undefined {
  const [item, ...others] = readPattern(text, mode).items;
  const isRead = item?.text === text && item.kind === kind && !item.problem;
  return isRead && others.length === 0 ? text : undefined;
}
