import type { Found } from './numbers.ts';
import type { DateTimeNode } from './tree.ts';

const DATE = /^(\d{4})-(\d\d)-(\d\d)/;
const TIME = /^(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?/;
const ZONE = /^(?:[Zz]|[+-](\d\d):(\d\d))$/;

/** Reads a date, a time, or both; undefined if `word` does not begin like one. */
export function dateTime(word: string, toml10: boolean): Found<DateTimeNode> | undefined {
  const date = DATE.exec(word);
  if (date === null) return time(word, toml10, '');
  const [whole, year, month, day] = date;
  const wrong = wrongDate(Number(year), Number(month), Number(day));
  if (word.length === whole.length) {
    return wrong === undefined
      ? { kind: 'datetime', form: 'local-date', value: word }
      : { problem: wrong };
  }
  if (!/^[Tt ]/.test(word.slice(whole.length))) return undefined;
  const found = time(word.slice(whole.length + 1), toml10, word);
  return wrong !== undefined && found !== undefined ? { problem: wrong } : found;
}

/** Reads `word` as a time; `whole`, if not empty, is the date and time that it ends. */
function time(word: string, toml10: boolean, whole: string): Found<DateTimeNode> | undefined {
  const match = TIME.exec(word);
  if (match === null) return undefined;
  const [clock, hour, minute, second] = match;
  const rest = word.slice(clock.length);
  const zone = whole === '' ? null : ZONE.exec(rest);
  if (rest !== '' && zone === null) return undefined;
  const wrong = wrongTime(Number(hour), Number(minute), Number(second ?? 0)) ?? wrongZone(zone);
  if (wrong !== undefined) return { problem: wrong };
  if (toml10 && second === undefined) return { problem: 'TOML 1.0 wants the seconds too' };
  if (whole === '') return { kind: 'datetime', form: 'local-time', value: word };
  const form = zone === null ? 'local-date-time' : 'offset-date-time';
  return { kind: 'datetime', form, value: whole };
}

function wrongDate(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12) return 'a month is between 01 and 12';
  const last = daysIn(year, month);
  return day < 1 || day > last ? `this month's days are between 01 and ${last}` : undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function wrongTime(hour: number, minute: number, second: number): string | undefined {
  if (hour > 23) return 'an hour is between 00 and 23';
  if (minute > 59) return 'a minute is between 00 and 59';
  // 60 is a leap second.
  return second > 60 ? 'a second is between 00 and 60' : undefined;
}

function wrongZone(zone: RegExpExecArray | null): string | undefined {
  if (zone?.[1] === undefined) return undefined;
  if (Number(zone[1]) > 23) return "an offset's hour is between 00 and 23";
  return Number(zone[2]) > 59 ? "an offset's minute is between 00 and 59" : undefined;
}

/** A date or time as the TOML crate writes it: `T` and `Z` large, up to nine digits of a second, none of them a last 0. */
export function dateText(written: string): string {
  return written
    .replace(/[t ]/, 'T')
    .replace(/z$/, 'Z')
    .replace(/[+-]00:00$/, (offset) => (offset.startsWith('-') ? '+00:00' : offset))
    .replace(/\.\d+/, (fraction) => fraction.slice(0, 10).replace(/(?<=\.\d+?)0+$/, ''));
}
