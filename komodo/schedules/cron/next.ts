/**
 * The next moment an expression means, found step by step as `croner` 3.0.1 goes: it looks at local time, and where it
 * stops on its way decides what it makes of an hour that a zone skips. So the steps are croner's, only taken in
 * strides where nothing can be found.
 */
import type { Zone } from '../zone.ts';
import { calendarDay, dayNumber } from './calendar.ts';
import { lastYear } from './cron.ts';
import type { Cron } from './cron.ts';
import { CronError } from './error.ts';
import { hasPlain } from './field.ts';
import type { CronField } from './field.ts';
import { comesEver, matchesDay } from './match.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Croner looks no longer than this for the end of a gap in local time. */
const longestGap = 2 * hour + 1;

/**
 * The next run after a moment; both in seconds since 1970-01-01T00:00:00Z. In an hour that the zone's clocks repeat
 * it is always the first of both times, even when that is before `after`: so does Core.
 *
 * @throws CronError when it never comes (before the year 5000), in croner's words
 */
export function nextRun(cron: Cron, after: number, zone: Zone): number {
  // Croner would look through three thousand years.
  if (!comesEver(cron)) throw neverComes();
  // A job at one time of the day, when that time is skipped, runs as soon as the gap is over.
  const fixed = isFixed(cron);
  let time = zone.localOf(after) + 1;
  for (;;) {
    time = towardsTimeOfDay(cron, towardsDate(cron, time));
    const matches = matchesTime(cron, time);
    // Where nothing is due it matters only to a fixed job whether the time exists.
    if (!matches && !fixed) {
      time++;
      continue;
    }
    const moment = zone.momentOf(time);
    if (moment !== undefined) {
      if (matches) return moment;
      time++;
      continue;
    }
    const end = zone.gapEnd(time);
    if (fixed) {
      if (end - time > longestGap) throw neverComes();
      if (matchesDate(cron, end)) return zone.momentOf(end)!;
    }
    time = end;
  }
}

/** Whether it is one time of the day, which Core makes up for where a zone skips it. */
export function isFixed({ seconds, minutes, hours }: Cron): boolean {
  return seconds.fixed && minutes.fixed && hours.fixed;
}

function neverComes(): CronError {
  return new CronError('CronScheduler time search limit exceeded.');
}

/** Goes on to a year, else to a month, else to a day that fits: one of them at a time. */
function towardsDate(cron: Cron, time: number): number {
  const start = Math.floor(time / day);
  const date = calendarDay(start);
  let { year, month } = date;
  while (!hasPlain(cron.years, year)) year = yearAfter(year);
  if (year !== date.year) return dayNumber(year, 1, 1) * day;
  while (!hasPlain(cron.months, month)) {
    if (year >= lastYear) throw neverComes();
    if (++month > 12) {
      month = 1;
      year++;
    }
  }
  if (month !== date.month || year !== date.year) return dayNumber(year, month, 1) * day;
  const found = nextMatchingDay(cron, start);
  return found === start ? time : found * day;
}

function yearAfter(year: number): number {
  if (year >= lastYear) throw neverComes();
  return year + 1;
}

/** The first day from `start` on that fits, whatever its month and year. */
function nextMatchingDay(cron: Cron, start: number): number {
  for (let number = start; ; number++) {
    const date = calendarDay(number);
    if (matchesDay(cron, date)) return number;
    if (date.year >= lastYear) throw neverComes();
  }
}

/**
 * Goes on to an hour, minute and second that fit. Where one of them has none left, it stops at the start of the next
 * day, hour or minute.
 */
function towardsTimeOfDay(cron: Cron, time: number): number {
  let reached = time;
  for (const { field, unit, larger } of unitsOf(cron)) {
    const value = Math.floor(reached / unit) - Math.floor(reached / larger) * (larger / unit);
    const next = firstPlain(field, value);
    if (next === undefined) {
      if (calendarDay(Math.floor(reached / day)).year >= lastYear) throw neverComes();
      return (Math.floor(reached / larger) + 1) * larger;
    }
    if (next !== value) reached = Math.floor(reached / larger) * larger + next * unit;
  }
  return reached;
}

function unitsOf(cron: Cron) {
  return [
    { field: cron.hours, unit: hour, larger: day },
    { field: cron.minutes, unit: minute, larger: hour },
    { field: cron.seconds, unit: 1, larger: minute },
  ];
}

function firstPlain(field: CronField, from: number): number | undefined {
  for (let value = from; value < field.marks.length; value++)
    if (hasPlain(field, value)) return value;
  return undefined;
}

function matchesDate(cron: Cron, time: number): boolean {
  const date = calendarDay(Math.floor(time / day));
  return (
    matchesDay(cron, date) && hasPlain(cron.months, date.month) && hasPlain(cron.years, date.year)
  );
}

/** Whether an expression means a local time, which the clocks of a zone may not show. */
export function matchesTime(cron: Cron, time: number): boolean {
  const second = time - Math.floor(time / day) * day;
  return (
    hasPlain(cron.hours, Math.floor(second / hour)) &&
    hasPlain(cron.minutes, Math.floor(second / minute) % 60) &&
    hasPlain(cron.seconds, second % minute) &&
    matchesDate(cron, time)
  );
}
