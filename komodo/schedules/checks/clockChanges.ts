/** What becomes of runs where the clocks are changed, within a year. */
import { calendarDay } from '../cron/calendar.ts';
import { readCron } from '../cron/cron.ts';
import type { Cron } from '../cron/cron.ts';
import { CronError } from '../cron/error.ts';
import { isFixed, matchesTime, nextRun } from '../cron/next.ts';
import {
  clockInWords,
  listInWords,
  monthNames,
  shortList,
  weekdayNames,
} from '../meaning/lists.ts';
import { valuesOf } from '../meaning/values.ts';
import type { Schedule } from '../schedule.ts';
import { zoneOf } from '../zone.ts';
import type { Zone } from '../zone.ts';
import { zoneChanges } from '../zoneChanges.ts';
import type { ZoneChange } from '../zoneChanges.ts';
import { dueTimes } from './dueTimes.ts';
import type { ScheduleFinding } from './finding.ts';

const hour = 3600;
const day = 24 * hour;
const year = 365 * day;

/** Of a schedule whose zone is known. */
export function checkClockChanges(schedule: Schedule, now: Date): readonly ScheduleFinding[] {
  const { cron, timezone, timezoneFrom } = schedule;
  if (timezoneFrom === 'assumed') return [];
  const zone = zoneOf(timezone);
  const start = Math.floor(now.getTime() / 1000);
  const effects = changesOfYear(zone, start)
    .map((change) => effectOf(cron, change, zone))
    .filter((effect) => effect !== undefined);
  if (effects.length === 0) return [];
  return [
    {
      code: 'schedule-clock-change',
      class: 'style',
      message: `The clocks of ${timezone} change: ${effects.join('; ')}.`,
      part: 'schedule',
      fixes: [],
    },
  ];
}

const known = new Map<string, { readonly day: number; readonly changes: readonly ZoneChange[] }>();

/** Looked for once a day. */
function changesOfYear(zone: Zone, start: number): readonly ZoneChange[] {
  const today = Math.floor(start / day);
  let found = known.get(zone.name);
  if (found?.day !== today) {
    found = { day: today, changes: zoneChanges(zone, start, start + year) };
    known.set(zone.name, found);
  }
  return found.changes.filter(({ moment }) => moment > start);
}

/** In words; undefined where nothing is out of the ordinary. */
function effectOf(cron: Cron, change: ZoneChange, zone: Zone): string | undefined {
  const due = dueTimes(cron, change.start, change.end);
  const isSkipped = change.kind === 'skipped';
  const what = isSkipped ? whenSkipped(cron, due, change, zone) : whenRepeated(cron, due);
  if (what === undefined) return undefined;
  const [from, to] = [clockOf(change.start), clockOf(change.end)];
  const how = isSkipped ? `skip ${from} to ${to}` : `show ${from} to ${to} twice`;
  return `on ${dateOf(change.start)} they ${how}, and Core runs this ${what}`;
}

function whenSkipped(
  cron: Cron,
  due: readonly number[],
  change: ZoneChange,
  zone: Zone,
): string | undefined {
  if (isFixed(cron)) {
    const extra = extraRun(cron, change, zone);
    if (extra === undefined) return undefined;
    return due.length === 0
      ? `once more, at ${clockOf(extra)}`
      : `at ${clockOf(extra)} instead of ${listInWords(due.map(clockOf))}`;
  }
  // What runs every second has too many runs to look at, and misses none.
  if (valuesOf(cron.seconds).length > 1) return undefined;
  const isMissed = due.length > 0 && pauseOver(cron, change) > longestPause(cron);
  return isMissed ? `not at all for ${shortList(due.map(clockOf))}` : undefined;
}

/**
 * The local time of a run that is not due, if Core has one at a change. It looks for the next run when one has ended,
 * and where it comes by on its way decides what it finds.
 */
function extraRun(cron: Cron, { moment }: ZoneChange, zone: Zone): number | undefined {
  try {
    for (let run = moment - 2 * day; run < moment + day;) {
      run = nextRun(cron, run, zone);
      const local = zone.localOf(run);
      if (!matchesTime(cron, local)) return local;
    }
  } catch (error) {
    if (!(error instanceof CronError)) throw error;
  }
  return undefined;
}

/** The time between the runs before and after clocks that skip some, in seconds. */
function pauseOver(cron: Cron, { start, end }: ZoneChange): number {
  const last = dueTimes(cron, start - day, start).at(-1);
  const [next] = dueTimes(cron, end, end + day);
  return last === undefined || next === undefined ? Infinity : next - end + (start - last);
}

/** The longest time between two runs of a day like any other, in seconds. */
function longestPause(cron: Cron): number {
  const times = dueTimes({ ...cron, ...everyDay }, 0, day);
  return Math.max(...times.map((time, place) => (times[place + 1] ?? times[0]! + day) - time));
}

function whenRepeated(cron: Cron, due: readonly number[]): string | undefined {
  const [only] = due;
  if (only === undefined) return undefined;
  // What runs in every hour runs again soon.
  if (valuesOf(cron.hours).length === 24) return undefined;
  return due.length === 1
    ? `at the first ${clockOf(only)} only`
    : 'in the first of these hours only';
}

const { days, months, weekdays, years, anyDay, anyWeekday } = readCron('0 0 0 * * *');
const everyDay = { days, months, weekdays, years, anyDay, anyWeekday };

function clockOf(local: number): string {
  const time = local - Math.floor(local / day) * day;
  return clockInWords(Math.floor(time / hour), Math.floor(time / 60) % 60, time % 60);
}

function dateOf(local: number): string {
  const { weekday, day: dayOfMonth, month, year: inYear } = calendarDay(Math.floor(local / day));
  return `${weekdayNames[weekday]!} ${dayOfMonth} ${monthNames[month - 1]!} ${inYear}`;
}
