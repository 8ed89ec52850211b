/** "9:30", "5 pm", "noon". */
import { numberError, valueError } from './error.ts';
import { integerOf, lastMention } from './phrase.ts';
import type { Mention, Phrase } from './phrase.ts';

export function readClock(token: string, phrase: Phrase): void {
  const { hour, minute } = timeOf(token);
  const { fields, mentions } = phrase;
  const last = lastMention(phrase);
  if (last?.what === 'range start') last.firstHour = hour;
  else if (last?.what === 'range end') endRange(hour, last, phrase);
  else {
    fields.minute = String(minute);
    fields.hour = String(hour);
    mentions.push({ what: 'clock', firstHour: hour });
  }
}

/** The minutes of a range's end count nothing; nor does an end without a beginning. */
function endRange(hour: number, { firstHour, joined, between }: Mention, { fields }: Phrase): void {
  if (firstHour === undefined) return;
  if (firstHour === hour) fields.hour = `${hour}-${hour}`;
  else if (!joined || between) fields.hour = `${firstHour}-${hour}`;
  else if (fields.hour.includes(',')) fields.hour += `,${hour}`;
  else fields.hour = `${firstHour},${hour}`;
}

/** Only "noon" in lower case is twelve; "Noon" is midnight, like everything that has no digits. */
function timeOf(token: string): { hour: number; minute: number } {
  if (token === 'noon') return { hour: 12, minute: 0 };
  const hour = integerIn(/^[0-9]+/.exec(token)?.[0]);
  const minute = integerIn(/:([0-9]+)/.exec(token)?.[1]);
  if (minute >= 60)
    throw valueError('clock_time', `minute ${minute} should be lower or equal to 60`);
  const half = /am|pm/.exec(token.toLowerCase())?.[0];
  if (half !== undefined && hour > 12)
    throw valueError(
      'clock_time',
      `please correct the time before ${half.toUpperCase()}. value: ${hour}`,
    );
  if (half === 'pm') return { hour: hour < 12 ? hour + 12 : hour, minute };
  if (half === 'am') return { hour: hour === 12 ? 0 : hour, minute };
  return { hour, minute };
}

function integerIn(digits: string | undefined): number {
  if (digits === undefined) return 0;
  const value = integerOf(digits);
  if (value === undefined) throw numberError('clock_time', digits);
  return value;
}
