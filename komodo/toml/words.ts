/** Values without quotes: booleans, numbers, dates and times. */

import { isBlank, endsWord } from './chars.ts';
import { dateTime } from './datetimes.ts';
import { number } from './numbers.ts';
import type { Reader } from './reader.ts';
import type { ValueNode } from './tree.ts';

/** Reads the word here, which has at least one character. */
export function readWord(r: Reader): ValueNode {
  const start = r.at;
  r.at = wordEnd(r.text, start);
  joinTime(r, start);
  const word = r.text.slice(start, r.at);
  const span = r.span(start, r.at);
  if (word === 'true' || word === 'false') {
    return { kind: 'boolean', ...span, value: word === 'true' };
  }
  const found = number(word) ?? dateTime(word, r.toml10);
  if (found !== undefined) {
    if ('problem' in found) r.flaw(start, r.at, found.problem);
    else return { ...found, ...span };
    return { kind: 'invalid', ...span, text: word };
  }
  r.fault(start, r.at, notAValue(word));
  return { kind: 'invalid', ...span, text: word };
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !endsWord(text.charCodeAt(end))) end++;
  return end;
}

/** A single blank may stand between a date and its time. */
function joinTime(r: Reader, start: number): void {
  if (r.at - start !== 10 || !isBlank(r.peek())) return;
  const end = wordEnd(r.text, r.at + 1);
  if (/^\d{4}-\d\d-\d\d \d\d:/.test(r.text.slice(start, end))) r.at = end;
}

function notAValue(word: string): string {
  const lower = word.toLowerCase();
  if (lower === 'true' || lower === 'false')
    return `TOML writes booleans in small letters: ${lower}`;
  if (/^[+-]?[\d_.]/.test(word)) return 'not a number or date; a text must stand in quotes';
  return 'a text must stand in quotes';
}
