/** Which times of the day an interval means: "every 10 minutes between 9:00 and 17:00". */
import { clockInWords } from '../meaning/lists.ts';
import type { Group, Window } from './draft.ts';
import { choose } from './reader.ts';
import type { Reader } from './reader.ts';
import { atSecond, inRules, steps } from './timesOfDay.ts';
import type { Times } from './timesOfDay.ts';
import { secondsOf } from './vocabulary.ts';

const { day, hour, minute } = secondsOf;

/** Undefined where the words do not fit together. */
export function timesOfInterval(group: Group, reader: Reader): Times | undefined {
  const { every, minutes, windows } = group;
  const unit =
    every.second !== undefined ? 'second' : every.minute !== undefined ? 'minute' : 'hour';
  const count = every[unit] ?? 1;
  const length = count * secondsOf[unit];
  // "every 5 minutes every 2 hours", "every 5 minutes at minute 3"
  const larger = [every.hour, unit === 'second' ? every.minute : undefined];
  if (unit !== 'hour' && larger.some((other) => (other ?? 1) > 1)) return undefined;
  if (length === 0 || (minutes.length > 0 && length % hour !== 0)) return undefined;

  const interval = { says: `every ${count} ${unit}s`, perDay: day / length };
  if (length >= day) {
    const start = group.start ?? (minutes[0] ?? 0) * minute;
    if (windows.length > 0) return undefined;
    return length % day === 0
      ? { rules: [atSecond(start)], everyDays: length / day }
      : { rules: [], interval };
  }
  if (length > minute && length % minute !== 0) return { rules: [], interval };
  const goesEvenly = (length < minute ? minute : length < hour ? hour : day) % length === 0;
  const times = length < minute ? steps(0, minute, day) : dueInDay(length, group);
  const seconds = length < minute ? steps(0, length, minute) : [0];
  const instead = {
    perDay: times.length * seconds.length,
    anew: length < minute ? 'minute' : length < hour ? 'hour' : 'day',
  } as const;
  return {
    ...narrowed(times, seconds, group, reader),
    ...((!goesEvenly || (length > hour && length % hour !== 0)) && {
      says: [interval.says, ...starting(group), ...windows.map(between)].join(' '),
    }),
    ...(!goesEvenly && { interval: { ...interval, instead } }),
  };
}

function starting({ start }: Group): readonly string[] {
  return start === undefined ? [] : [`from ${clockAt(start)}`];
}

function between({ from, to }: Window): string {
  return `between ${clockAt(from)} and ${clockAt(to)}`;
}

function clockAt(time: number): string {
  return clockInWords(Math.floor(time / hour), Math.floor(time / minute) % 60);
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
  { start = 0, windows }: Group,
  reader: Reader,
): Times {
  const fromStart = start >= hour && choose(reader, 2) === 1 ? start : 0;
  const later = times.filter((time) => time >= fromStart);
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
