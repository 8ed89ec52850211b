/** Whether cron expressions fire at the same local times. */
import { calendarDay, dayNumber } from '../cron/calendar.ts';
import type { CalendarDay } from '../cron/calendar.ts';
import type { Cron } from '../cron/cron.ts';
import { hasPlain } from '../cron/field.ts';
import type { CronField } from '../cron/field.ts';
import { matchesDay } from '../cron/match.ts';
import { valuesOf } from './values.ts';

/** Several expressions fire whenever one of them does. Changes of clocks do not count. */
export function firesAlike(some: readonly Cron[], others: readonly Cron[]): boolean {
  const [one] = some;
  const [other] = others;
  if (some.length === 1 && others.length === 1 && one && other) {
    if (!haveSameTimes(one, other) || !haveSameYears(one, other)) return false;
    return haveSameDayFields(one, other) || fireOnSameDays(some, others, () => true);
  }
  return sameYears(some, others) && fireOnSameDays(some, others, haveSameTimesTogether);
}

/** Whether Core makes no difference between two expressions, not even where clocks change. */
export function isSameCron(one: Cron, other: Cron): boolean {
  return (
    firesAlike([one], [other]) &&
    timeFields.every((field) => one[field].fixed === other[field].fixed)
  );
}

const timeFields = ['seconds', 'minutes', 'hours'] as const;

function haveSameTimes(one: Cron, other: Cron): boolean {
  return timeFields.every((field) => sameValues(one[field], other[field]));
}

function sameValues(one: CronField, other: CronField): boolean {
  return one.marks.every((_, value) => hasPlain(one, value) === hasPlain(other, value));
}

/** Not all that mean the same days are written alike, but those that are mean the same. */
function haveSameDayFields(one: Cron, other: Cron): boolean {
  return (['days', 'months', 'weekdays'] as const).every(
    (field) =>
      one[field].last === other[field].last &&
      one[field].marks.every((marked, value) => marked === other[field].marks[value]),
  );
}

/** Years are told for all of them alike, or we do not look further. */
function sameYears(some: readonly Cron[], others: readonly Cron[]): boolean {
  const [first, ...more] = [...some, ...others];
  return more.every((cron) => haveSameYears(cron, first!));
}

/** There are five thousand years, so the texts are looked at first. */
function haveSameYears(one: Cron, other: Cron): boolean {
  return one.fields[6] === other.fields[6] || sameValues(one.years, other.years);
}

/** In these 28 years each kind of year occurs: beginning on each weekday, leap or not. */
const firstDay = dayNumber(2001, 1, 1);
const lastDay = dayNumber(2029, 1, 1) - 1;

function fireOnSameDays(
  some: readonly Cron[],
  others: readonly Cron[],
  together: (some: readonly Cron[], others: readonly Cron[]) => boolean,
): boolean {
  const known = new Map<string, boolean>();
  for (let number = firstDay; number <= lastDay; number++) {
    const date = calendarDay(number);
    const [ours, theirs] = [some, others].map((crons) => crons.filter((cron) => isDue(cron, date)));
    if (ours!.length === 0 && theirs!.length === 0) continue;
    if (ours!.length === 0 || theirs!.length === 0) return false;
    const key = [
      ours!.map((cron) => some.indexOf(cron)),
      theirs!.map((cron) => others.indexOf(cron)),
    ].join(';');
    let alike = known.get(key);
    if (alike === undefined) known.set(key, (alike = together(ours!, theirs!)));
    if (!alike) return false;
  }
  return true;
}

function isDue(cron: Cron, date: CalendarDay): boolean {
  return hasPlain(cron.months, date.month) && matchesDay(cron, date);
}

function haveSameTimesTogether(some: readonly Cron[], others: readonly Cron[]): boolean {
  const [ours, theirs] = [secondsOfDay(some), secondsOfDay(others)];
  return ours.every((due, second) => due === theirs[second]);
}

function secondsOfDay(crons: readonly Cron[]): Uint8Array {
  const due = new Uint8Array(86_400);
  for (const { hours, minutes, seconds } of crons)
    for (const hour of valuesOf(hours))
      for (const minute of valuesOf(minutes))
        for (const second of valuesOf(seconds)) due[(hour * 60 + minute) * 60 + second] = 1;
  return due;
}
