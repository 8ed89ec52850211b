/**
 * Schedules in English, as the crate `english-to-cron` 0.1.7 understands them: word for word with its oddities, for
 * what it makes of a phrase is what Core runs by ("every weekday" is every day, "every day at 3" is midnight).
 */
import { readClock } from './clock.ts';
import { readDay } from './days.ts';
import { EnglishError } from './error.ts';
import { readMonth } from './months.ts';
import { readNumber, readOrdinal } from './numbers.ts';
import { newPhrase } from './phrase.ts';
import type { Phrase } from './phrase.ts';
import { readRangeEnd, readRangeStart } from './ranges.ts';
import { tokensOf } from './tokens.ts';
import type { TokenKind } from './tokens.ts';
import { readHours, readMinutes, readSeconds } from './units.ts';
import { readYears } from './years.ts';

const readers: Readonly<Record<TokenKind, (token: string, phrase: Phrase) => void>> = {
  ordinal: readOrdinal,
  number: readNumber,
  clock: readClock,
  day: readDay,
  second: readSeconds,
  minute: (_, phrase) => readMinutes(phrase),
  hour: readHours,
  month: readMonth,
  year: readYears,
  'range start': readRangeStart,
  'range end': readRangeEnd,
};

/**
 * The phrase as a cron expression of seven fields, the year last. A field can come out empty.
 *
 * @throws EnglishError when nothing in it means anything, or a number is out of place
 */
export function englishToCron(text: string): string {
  const tokens = tokensOf(text);
  if (tokens.length === 0) throw new EnglishError('InvalidInput');
  const phrase = newPhrase();
  for (const { text: token, kind } of tokens) if (kind) readers[kind](token, phrase);
  const { second, minute, hour, dayOfMonth, month, dayOfWeek, year } = phrase.fields;
  return [second, minute, hour, dayOfMonth, month, dayOfWeek, year].join(' ');
}
