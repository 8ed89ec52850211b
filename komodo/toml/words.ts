/** Values without quotes: booleans, numbers, dates and times. */

import { APOSTROPHE, DOT, QUOTE, endsWord, isBlank } from './chars.ts';
import { dateTime } from './datetimes.ts';
import { misspelt } from './misspelt.ts';
import { isHalfNumber, number } from './numbers.ts';
import type { Reader } from './reader.ts';
import type { ValueNode } from './tree.ts';

/** Reads the word here, which has at least one character. A blank may stand in it: between a date and its time. */
export function readWord(r: Reader): ValueNode {
  const start = r.at;
  const end = wordEnd(r.text, start);
  const last = joinedEnd(r.text, end);
  if (r.mode === 'guess' && last > end && !beginsDateTime(r.text, start)) {
    r.at = end;
    const first = wordValue(r, start);
    if (first !== undefined) return first;
  }
  r.at = last;
  const value = wordValue(r, start);
  if (value !== undefined) return value;
  const text = r.text.slice(start, last);
  if (isHalfNumber(text)) r.flaw(start, last, misspelt(text), 'numbers');
  else r.doubt(start, last, misspelt(text));
  return { kind: 'invalid', start: r.inBlock(start), end: r.inBlock(last), text };
}

/** What the word from `start` to here is; undefined if it is no value. */
function wordValue(r: Reader, start: number): ValueNode | undefined {
  const word = r.text.slice(start, r.at);
  const span = { start: r.inBlock(start), end: r.inBlock(r.at) };
  if (word === 'true' || word === 'false') {
    return { kind: 'boolean', ...span, value: word === 'true' };
  }
  const found = number(word) ?? dateTime(word, r.toml10);
  if (found === undefined) return undefined;
  if (!('problem' in found)) return { ...found, ...span };
  r.flaw(start, r.at, found.problem, found.isExcess ? 'numbers' : 'values');
  return { kind: 'invalid', ...span, text: word };
}

/** The end of the word here. Quotes are part of it, as the one before it may be missing, but for those after a dot. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  for (; end < text.length; end++) {
    const c = text.charCodeAt(end);
    if (endsWord(c)) break;
    if ((c === QUOTE || c === APOSTROPHE) && text.charCodeAt(end - 1) === DOT) break;
  }
  return end;
}

/** The end of the last word on the line that only blanks divide from the word that ends at `end`. */
function joinedEnd(text: string, end: number): number {
  for (;;) {
    let next = end;
    while (isBlank(text.charCodeAt(next))) next++;
    if (next === end || !beginsWord(text.charCodeAt(next))) return end;
    end = wordEnd(text, next);
  }
}

const beginsWord = (c: number): boolean =>
  !Number.isNaN(c) && !endsWord(c) && c !== DOT && c !== QUOTE && c !== APOSTROPHE;

const beginsDateTime = (text: string, start: number): boolean =>
  /^\d{4}-\d\d-\d\d \d\d:/.test(text.slice(start, start + 14));
