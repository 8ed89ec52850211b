/** "5 seconds", "minute", "2 hours". */
import { lastMention, takeNumber } from './phrase.ts';
import type { Phrase } from './phrase.ts';

export function readSeconds(token: string, phrase: Phrase): void {
  if (!isLowerCase(token)) return;
  const { fields, mentions } = phrase;
  const first = mentions.length === 0;
  const number = takeNumber(phrase);
  if (number) fields.second = every(number);
  else if (first) fields.second = '*';
  mentions.push({ what: 'unit' });
}

export function readMinutes(phrase: Phrase): void {
  const number = takeNumber(phrase);
  if (number) {
    phrase.fields.minute = every(number);
    phrase.mentions.push({ what: 'unit' });
  } else forgetEndOfRange(phrase);
}

export function readHours(token: string, phrase: Phrase): void {
  if (!isLowerCase(token)) return;
  const { fields, mentions } = phrase;
  const last = lastMention(phrase);
  if (last?.what === 'range start') return;
  if (last?.what === 'range end') {
    forgetEndOfRange(phrase);
    return;
  }
  fields.minute = '0';
  const number = takeNumber(phrase);
  if (!number) return;
  fields.hour = every(number);
  mentions.push({ what: 'unit', firstHour: number.value });
}

/** Seconds and hours count only in lower case. */
function isLowerCase(token: string): boolean {
  return /^[a-z]+$/.test(token);
}

function every({ value, ordinal }: { value: number; ordinal: boolean }): string {
  return ordinal ? String(value) : `0/${value}`;
}

/** "5 to 10 minutes" is no range of minutes: the second number is lost. */
function forgetEndOfRange(phrase: Phrase): void {
  const last = lastMention(phrase);
  if (last?.what === 'range end') last.last = undefined;
}
