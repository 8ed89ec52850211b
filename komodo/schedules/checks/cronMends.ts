/** Cron expressions that Core refuses, and what was probably meant. */
import { readCron } from '../cron/cron.ts';
import type { Cron } from '../cron/cron.ts';
import { CronError } from '../cron/error.ts';
import { comesEver } from '../cron/match.ts';

/** Undefined where Core cannot read it. */
export function tryCron(expression: string): Cron | undefined {
  try {
    return readCron(expression);
  } catch (error) {
    if (error instanceof CronError) return undefined;
    throw error;
  }
}

/** Whether a text is meant as cron: five to seven fields of what cron has, or a nickname. */
export function looksLikeCron(text: string): boolean {
  const fields = fieldsOf(text);
  if (fields.length === 1) return nickname.test(text.trim());
  return fields.length >= 5 && fields.length <= 7 && fields.every(isCronField);
}

const nickname = /^@(?:yearly|annually|monthly|weekly|daily|hourly|midnight|reboot)$/i;
const name =
  /(?:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/gi;

function isCronField(field: string): boolean {
  const withoutNames = field.length > 100 ? field : field.replace(name, '0');
  return /^[\d*?,/#LW+-]+$/i.test(withoutNames) && /[\d*?L]/i.test(withoutNames);
}

export function fieldsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** Expressions that differ from this one in a usual mistake, and can be read; the likeliest first. */
export function cronMends(expression: string): readonly string[] {
  const midnight = expression.trim().toLowerCase() === '@midnight' ? ['@daily'] : [];
  const fields = fieldsOf(expression);
  const full = fields.length === 5 ? ['0', ...fields] : fields;
  const mended = full.map(mendedField).join(' ');
  return [...midnight, ...(fields.length === 5 ? [full.join(' ')] : []), mended].filter(
    (each, place, all) => {
      if (each === expression || all.indexOf(each) !== place) return false;
      const cron = tryCron(each);
      return cron !== undefined && comesEver(cron);
    },
  );
}

const largest = [59, 59, 23, 31, 12, 7];

function mendedField(field: string, place: number): string {
  return field
    .split(',')
    .map((part) => mendedPart(part, place))
    .join(',');
}

function mendedPart(part: string, place: number): string {
  const short = part.replace(name, (word) => word.slice(0, 3));
  const [least, most] = [place === 3 || place === 4 ? 1 : 0, largest[place]];
  if (most === undefined) return short;
  // `?` is for days only, 24:00 is midnight, and a range does not go over the end.
  if (short === '?' && place !== 3 && place !== 5) return place === 0 ? '0' : '*';
  if (short === String(most + 1) && place < 3) return '0';
  const range = /^(\d+)-(\d+)$/.exec(withNumbers(short));
  if (!range) return short;
  const [from, to] = [Number(range[1]), Number(range[2])];
  if (from <= to || from > most || to < least) return short;
  const end = place === 5 ? 6 : most;
  const [first, last] = short.split('-') as [string, string];
  const ends = /[a-z]/i.test(short) ? endNames[place] : undefined;
  return [
    from === end ? first : `${first}-${ends?.[1] ?? end}`,
    to === least ? last : `${ends?.[0] ?? least}-${last}`,
  ].join(',');
}

/** What a range that is written in names goes from and to, by the place of its field. */
const endNames: Readonly<Record<number, readonly [string, string]>> = {
  4: ['JAN', 'DEC'],
  5: ['SUN', 'SAT'],
};

const names = [
  'sun mon tue wed thu fri sat',
  ' jan feb mar apr may jun jul aug sep oct nov dec',
].map((list) => list.split(' '));

function withNumbers(text: string): string {
  return text.toLowerCase().replace(/[a-z]{3}/g, (word) => {
    const value = names.map((list) => list.indexOf(word)).find((place) => place >= 0);
    return value === undefined ? word : String(value);
  });
}
