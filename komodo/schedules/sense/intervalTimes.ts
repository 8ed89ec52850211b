/** Which times of the day an interval means: "every 10 minutes between 9:00 and 17:00". */
import type { Group, Window } from './draft.ts';
import { clockAt, spanInWords } from './partsOfDay.ts';
import { choose } from './reader.ts';
import type { Reader } from './reader.ts';
import { atSecond, inRules, steps } from './timesOfDay.ts';
import type { Times } from './timesOfDay.ts';
import { secondsOf } from './vocabulary.ts';

const { day, hour, minute } = secondsOf;

/**
 * Undefined where the words do not fit together.
 * @param scope 'from start' lets a start also be when the first run of a day is
 */
export function timesOfInterval(
  group: Group,
  reader: Reader,
  scope: 'all day' | 'from start' = 'from start',
): Times | undefined {
  const { every, minutes, windows } = group;
  const unit = unitOf(group);
  const count = every[unit] ?? 1;
  const length = count * secondsOf[unit];
  // "every 5 minutes every 2 hours", "every 5 minutes at minute 3"
  const larger = [every.hour, unit === 'second' ? every.minute : undefined];
  if (unit !== 'hour' && larger.some((other) => (other ?? 1) > 1)) return undefined;
  if (unit === 'second' && group.seconds.length > 0) return undefined;
  if (length === 0 || (minutes.length > 0 && length % hour !== 0)) return undefined;

  // "every 2 hours from 9:00 to 17:00" is counted from 9:00.
  const [first] = windows;
  const isShifted =
    unit === 'hour' && count > 1 && group.start === undefined && minutes.length === 0;
  if (first && isShifted && first.from > 0 && first.from % length !== 0 && choose(reader, 2) === 0)
    return timesOfInterval({ ...group, start: first.from }, reader, 'all day');

  const interval = { says: `every ${count} ${unit}s`, perDay: day / length };
  if (group.without.length > 0 && (length >= day || length < minute)) return undefined;
  if (length >= day) {
    const start = group.start ?? (minutes[0] ?? 0) * minute;
    const times = windows.length > 0 ? onceWithin(windows) : { rules: [atSecond(start)] };
    return length % day === 0 ? { ...times, everyDays: length / day } : { rules: [], interval };
  }
  if (length > minute && length % minute !== 0) return { rules: [], interval };
  const goesEvenly = (length < minute ? minute : length < hour ? hour : day) % length === 0;
  const times = length < minute ? steps(0, minute, day) : dueInDay(length, group);
  const told = group.seconds.length > 0 ? group.seconds : [0];
  const seconds = length < minute ? steps(0, length, minute) : told;
  const instead = {
    perDay: times.length * seconds.length,
    anew: length < minute ? 'minute' : length < hour ? 'hour' : 'day',
  } as const;
  return {
    ...narrowed(times, seconds, group, reader, scope),
    ...((!goesEvenly || (length > hour && length % hour !== 0)) && {
      says: [interval.says, ...starting(group), ...windows.map(spanInWords)].join(' '),
    }),
    ...(!goesEvenly && { interval: { ...interval, instead } }),
  };
}

function unitOf({ every, minutes, seconds }: Group): 'second' | 'minute' | 'hour' {
  if (every.second !== undefined) return 'second';
  if (every.minute !== undefined) return 'minute';
  return every.hour === undefined && minutes.length === 0 && seconds.length > 0 ? 'minute' : 'hour';
}

function starting({ start }: Group): readonly string[] {
  return start === undefined ? [] : [`from ${clockAt(start)}`];
}

/** "every friday between 9:00 and 17:00": any time of them is as good. */
export function onceWithin(windows: readonly Window[]): Times {
  return {
    rules: windows.map(({ from }) => atSecond(from)),
    open: `once a day ${windows.map(spanInWords).join(' and ')}`,
  };
}

/** All times of a day, as cron counts them: from each hour, or from midnight. */
function dueInDay(length: number, { start = 0, minutes }: Group): readonly number[] {
  const first = day % length === 0 ? start % length : start;
  if (length % hour !== 0 && length > hour) return steps(first, length, day);
  if (length < hour) {
    const inHour = steps(hour % length === 0 ? start % length : start % hour, length, hour);
    return steps(0, hour, day).flatMap((full) => inHour.map((time) => full + time));
  }
  const inHour = minutes.length > 0 ? minutes.map((each) => each * minute) : [first % hour];
  return steps(first - (first % hour), length, day).flatMap((full) =>
    inHour.map((time) => full + time),
  );
}

/** Only the times that are not before the start, and within the parts of the day that were told. */
function narrowed(
  times: readonly number[],
  seconds: readonly number[],
  { start = 0, windows, without }: Group,
  reader: Reader,
  scope: 'all day' | 'from start',
): Times {
  const fromStart = scope === 'from start' && start >= hour && choose(reader, 2) === 1 ? start : 0;
  const later = times.filter(
    (time) => time >= fromStart && !without.some(({ from, to }) => isWithin(time, from, to)),
  );
  if (windows.length === 0) return { rules: inRules(later, seconds) };
  // Up to 17:00 is with 17:00, or without it. Core takes the whole hour in.
  const way = choose(reader, 3);
  const ends = [
    ({ to }: Window) => to + (seconds.length > 1 ? 0 : 1),
    ({ to }: Window) => to,
    ({ to }: Window) => (to % hour === 0 ? to + hour : to),
  ];
  const end = ends[way]!;
  const within = later.filter((time) =>
    windows.some((window) => isWithin(time, window.from, end(window))),
  );
  const rules = inRules(within, seconds);
  const beyond =
    way === 2 &&
    within.some((time) => windows.every((window) => !isWithin(time, window.from, window.to + 1)));
  return beyond ? { rules, overrun: within.at(-1)! } : { rules };
}

function isWithin(time: number, from: number, end: number): boolean {
  return from < end ? time >= from && time < end : time >= from || time < end;
}
