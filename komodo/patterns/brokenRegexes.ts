/** Regexes in a list that Core does not see as such: split by its separators, or without the `\` around them. */
import type { Span } from './list.ts';
import type { Pattern, PatternItem } from './pattern.ts';

/** A regex that is split into more items than this is none that a person has written. */
const MOST_PARTS = 20;

/** A regex that is read as several items, or as an item and a comment. */
export interface SplitRegex extends Span {
  /** What Core makes of it. */
  readonly items: readonly PatternItem[];
  readonly at: 'comma' | 'line' | 'comment';
  /** The regex as it was meant, without the `\` around it. */
  readonly regex: string;
  /** It stands between two `\`. */
  readonly isMarked: boolean;
}

/** The regexes in a pattern that are split, by what stands at both ends of an item or by a bracket that is left open. */
export function splitRegexes({ items, text }: Pattern): readonly SplitRegex[] {
  const found: SplitRegex[] = [];
  for (let first = 0; first < items.length; first++) {
    const split = splitAt(items, first, text);
    if (!split) continue;
    found.push(split);
    first += split.items.length - 1;
  }
  return found;
}

function splitAt(
  items: readonly PatternItem[],
  first: number,
  text: string,
): SplitRegex | undefined {
  const item = items[first]!;
  const isMarked = opens(item);
  if (!isMarked && openBrackets(item.text) <= 0) return undefined;
  const last = isMarked ? lastMarked(items, first) : lastOfBrackets(items, first, text);
  const of = (end: number, all: readonly PatternItem[], at: SplitRegex['at']): SplitRegex => {
    const whole = text.slice(item.start, end);
    const regex = isMarked ? whole.slice(1, -1) : whole;
    return { start: item.start, end, items: all, at, regex, isMarked };
  };
  if (last !== undefined) {
    const { end } = items[last]!;
    const at = text.slice(item.start, end).includes('\n') ? 'line' : 'comma';
    return of(end, items.slice(first, last + 1), at);
  }
  const comment = /^\p{White_Space}* #[^\n]*?\\(?=\p{White_Space}*(?:\n|$))/u.exec(
    text.slice(item.end),
  );
  return isMarked && comment ? of(item.end + comment[0].length, [item], 'comment') : undefined;
}

/** The item that ends with the `\` that another one began with. */
function lastMarked(items: readonly PatternItem[], first: number): number | undefined {
  for (let at = first + 1; at < Math.min(items.length, first + MOST_PARTS); at++) {
    if (items[at]!.text.startsWith('\\')) return undefined;
    if (closes(items[at]!)) return at;
  }
  return undefined;
}

/** The item of the same line that closes the brackets which another one left open. */
function lastOfBrackets(
  items: readonly PatternItem[],
  first: number,
  text: string,
): number | undefined {
  let open = openBrackets(items[first]!.text);
  for (let at = first + 1; at < Math.min(items.length, first + MOST_PARTS); at++) {
    const item = items[at]!;
    if (text.slice(items[first]!.end, item.start).includes('\n')) return undefined;
    open += openBrackets(item.text);
    const whole = text.slice(items[first]!.start, item.end);
    if (open === 0) return looksLikeRegex(whole) ? at : undefined;
  }
  return undefined;
}

function opens({ text }: PatternItem): boolean {
  return text.startsWith('\\') && (text.length === 1 || !text.endsWith('\\'));
}

function closes({ text }: PatternItem): boolean {
  return text.endsWith('\\') && !text.startsWith('\\');
}

/** How many more brackets are opened than closed. */
function openBrackets(text: string): number {
  const brackets = text.replace(/\\./gsu, '').match(/[()[\]{}]/g) ?? [];
  return brackets.reduce((open, sign) => open + ('([{'.includes(sign) ? 1 : -1), 0);
}

/** Whether a text has what only a regex needs: anchors, repetitions, groups, classes, alternatives. */
export function looksLikeRegex(text: string): boolean {
  return (
    isAnchored(text) || /\.[*+?]|\(\?|\[.+\]|\\[dwsbDWSB]|.\|.|\)[*+?]|\{\d+,?\d*\}/su.test(text)
  );
}

/** Whether a text has what no name of a resource has, and no wildcard. */
export function isAnchored(text: string): boolean {
  return /^\^|\$$|\(\?|\\[dwsbDWSB]/u.test(text);
}
