/** "5", "15th". */
import { numberError } from './error.ts';
import { integerOf, lastMention } from './phrase.ts';
import type { Phrase } from './phrase.ts';

export function readNumber(token: string, phrase: Phrase): void {
  mention('number', integerIn(token, 'frequency_only'), phrase);
}

export function readOrdinal(token: string, phrase: Phrase): void {
  mention('ordinal', integerIn(/^[0-9]+/.exec(token)![0], 'frequency_with'), phrase);
}

function integerIn(digits: string, state: string): number {
  const value = integerOf(digits);
  if (value === undefined) throw numberError(state, digits);
  return value;
}

function mention(what: 'number' | 'ordinal', value: number, phrase: Phrase): void {
  const last = lastMention(phrase);
  if (last?.what === 'range end') last.last = value;
  else if (last?.what === 'range start') last.first = value;
  else phrase.mentions.push({ what, value });
}
