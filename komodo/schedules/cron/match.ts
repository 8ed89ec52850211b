/** Which days an expression means. */
import { calendarDay, dayNumber } from './calendar.ts';
import type { CalendarDay } from './calendar.ts';
import type { Cron } from './cron.ts';
import { hasPlain, mark } from './field.ts';
import type { CronField } from './field.ts';

/** Whether there can be a run in any year. `0 , * * * *` has no minute, and 30 February never comes. */
export function comesEver(cron: Cron): boolean {
  const { seconds, minutes, hours, years } = cron;
  return [seconds, minutes, hours, years].every(hasAny) && hasAnyDate(cron);
}

function hasAny({ marks }: CronField): boolean {
  return marks.some((marked) => marked & mark.plain);
}

/**
 * A year begins on one of seven weekdays and is a leap year or not, and in these 28 years each such kind of year
 * occurs.
 */
function hasAnyDate(cron: Cron): boolean {
  for (let year = 2001; year < 2029; year++)
    for (let month = 1; month <= 12; month++)
      if (hasPlain(cron.months, month) && hasAnyDay(cron, dayNumber(year, month, 1))) return true;
  return false;
}

/** In the month that begins on a day. */
function hasAnyDay(cron: Cron, first: number): boolean {
  const { daysInMonth } = calendarDay(first);
  for (let number = first; number < first + daysInMonth; number++)
    if (matchesDay(cron, calendarDay(number))) return true;
  return false;
}

/** Whether days of the month and weekdays both fit; a field that is `*` fits always. Year and month do not count. */
export function matchesDay(cron: Cron, date: CalendarDay): boolean {
  return (
    (cron.anyDay || matchesDayOfMonth(cron, date)) &&
    (cron.anyWeekday || matchesWeekday(cron, date))
  );
}

function matchesDayOfMonth({ days }: Cron, date: CalendarDay): boolean {
  return (
    (days.marks[date.day]! & mark.plain) !== 0 ||
    (days.last && date.day === date.daysInMonth) ||
    isNearestWeekday(days.marks, date)
  );
}

/** Whether some `15W` means this day: only days up to two away can. */
function isNearestWeekday(marks: Uint8Array, date: CalendarDay): boolean {
  for (let day = Math.max(1, date.day - 2); day <= Math.min(date.daysInMonth, date.day + 2); day++)
    if (marks[day]! & mark.nearest && nearestWeekday(day, date) === date.day) return true;
  return false;
}

/** The weekday (Monday to Friday) nearest to a day of the same month as `date`, never in another month. */
function nearestWeekday(day: number, date: CalendarDay): number {
  const weekday = (date.weekday + day - date.day + 7) % 7;
  if (weekday === 6) return day > 1 ? day - 1 : day + 2;
  if (weekday === 0) return day < date.daysInMonth ? day + 1 : day - 2;
  return day;
}

function matchesWeekday({ weekdays }: Cron, { weekday, day, daysInMonth }: CalendarDay): boolean {
  const marked = weekdays.marks[weekday]!;
  return (
    (marked & mark.plain) !== 0 ||
    (marked & mark.nth(Math.ceil(day / 7))) !== 0 ||
    ((marked & mark.last) !== 0 && day + 7 > daysInMonth)
  );
}
