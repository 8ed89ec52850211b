/** Cron expressions as Core reads them: with seconds, and both kinds of day at once. */
import { CronError } from './error.ts';
import { mark, readField } from './field.ts';
import type { CronField, FieldRules } from './field.ts';

/** Croner looks no further than this year. */
export const lastYear = 5000;

/** What can be asked of an expression. Weekdays count from Sunday, 0. */
export interface Cron {
  readonly seconds: CronField;
  readonly minutes: CronField;
  readonly hours: CronField;
  readonly days: CronField;
  readonly months: CronField;
  readonly weekdays: CronField;
  readonly years: CronField;
  /** The field is `*` or `?`, and so does not count. */
  readonly anyDay: boolean;
  readonly anyWeekday: boolean;
  /** The fields as croner sees them: upper case, in numbers, `?` as `*`, the year written out. */
  readonly fields: readonly string[];
}

const rules = {
  seconds: { min: 0, max: 59 },
  minutes: { min: 0, max: 59 },
  hours: { min: 0, max: 23 },
  days: { min: 1, max: 31 },
  months: { min: 1, max: 12 },
  weekdays: { min: 0, max: 7, nth: true },
  years: { min: 1, max: lastYear },
} satisfies Record<string, FieldRules>;

const dayField = 3;
const weekdayField = 5;

const nicknames = new Map([
  ['@YEARLY', '0 0 1 1 *'],
  ['@ANNUALLY', '0 0 1 1 *'],
  ['@MONTHLY', '0 0 1 * *'],
  ['@WEEKLY', '0 0 * * 0'],
  ['@DAILY', '0 0 * * *'],
  ['@HOURLY', '0 * * * *'],
]);

const numbered = (names: string, first: number) =>
  names.split(' ').map((name, place) => [name, String(first + place)] as const);

/** In the order in which croner replaces them; a Sunday that ends a range is 7. */
const names = [
  ['-SUN', '-7'] as const,
  ...numbered('SUN MON TUE WED THU FRI SAT', 0),
  ...numbered('JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC', 1),
];

type Fields = [string, string, string, string, string, string, string];

/** @throws CronError in croner's words */
export function readCron(expression: string): Cron {
  const fields = fieldsOf(expression);
  // Croner knows a leading + on weekdays (both kinds of day must fit), which for Core is always so.
  fields[weekdayField] = fields[weekdayField]!.replace(/^\+/, '');
  fields.forEach(refuseIllegalCharacters);
  const [seconds, minutes, hours, days, months, weekdays, years] = fields as Fields;
  return {
    seconds: readField(seconds, rules.seconds),
    minutes: readField(minutes, rules.minutes),
    hours: readField(hours, rules.hours),
    days: readField(days, rules.days),
    months: readField(months, rules.months),
    weekdays: withSundayFirst(readField(weekdays, rules.weekdays)),
    years: readField(years, rules.years),
    anyDay: days === '*',
    anyWeekday: weekdays === '*',
    fields,
  };
}

function fieldsOf(expression: string): string[] {
  let text = expression.toUpperCase().split(whiteSpace).filter(Boolean).join(' ');
  if (text === '') throw new CronError('CronPattern cannot be an empty string.');
  // Seconds are put before anything with an @, so an unknown nickname is short of fields.
  if (text.includes('@')) text = `0 ${nicknames.get(text) ?? text}`;
  for (const [name, value] of names) text = text.replaceAll(name, value);
  const fields = text.split(' ');
  if (fields.length !== 6 && fields.length !== 7)
    throw new CronError(
      'Invalid pattern: Pattern must have 6 or 7 fields when seconds are required and years are optional.',
    );
  if (fields.length === 6) fields.push('*');
  return fields.map((field, place) =>
    place === dayField || place === weekdayField ? field.replaceAll('?', '*') : field,
  );
}

/** What Rust calls white space; JavaScript's own notion differs in two characters. */
const whiteSpace = /\p{White_Space}+/u;

function refuseIllegalCharacters(field: string, place: number): void {
  const more = place === dayField ? 'LW' : place === weekdayField ? 'L#' : '';
  for (const character of field)
    if (!`*/,-0123456789${more}`.includes(character))
      throw new CronError(
        `Pattern contains illegal characters: CronPattern contains illegal character '${character}' in part '${field}'`,
      );
}

/** A week may begin or end with Sunday. Croner leaves `7L` as it is, which no day ever is. */
function withSundayFirst(field: CronField): CronField {
  const moved = field.marks[7]! & ~mark.last;
  field.marks[0]! |= moved;
  field.marks[7]! &= mark.last;
  return field;
}
