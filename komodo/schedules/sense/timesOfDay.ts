/** Times of the day as fields of cron. */
import type { Rule } from './rules.ts';
import { secondsOf } from './vocabulary.ts';

export type TimesOfDay = Pick<Rule, 'seconds' | 'minutes' | 'hours'>;

/** An interval that cron has not, or not quite: it begins anew with each minute, hour, day, month or year. */
export interface Interval {
  /** "every 45 minutes" */
  readonly says: string;
  /** How often it would run on a day. */
  readonly perDay: number;
  /** What cron has instead; left out where that is nothing. */
  readonly instead?: {
    readonly perDay: number;
    readonly anew: 'minute' | 'hour' | 'day' | 'month' | 'year';
  };
}

export interface Times {
  /** Empty where cron cannot say it. */
  readonly rules: readonly TimesOfDay[];
  /** What was said, where the times that it comes to are harder to read: "every 90 minutes". */
  readonly says?: string;
  /** How often a day it runs, where the times of the day are left open: "once". */
  readonly open?: string;
  /** An interval that is longer than a day. */
  readonly everyDays?: number;
  readonly interval?: Interval;
  /** The interval and the times of the day that were said beside it do not go together. */
  readonly either?: boolean;
  /** The times of the day that were said beside an interval that cron has not. */
  readonly clocks?: readonly TimesOfDay[];
  /** The last of these runs, in seconds since midnight, is after the end that was said. */
  readonly overrun?: number;
}

export function atSecond(second: number): TimesOfDay {
  return {
    seconds: [second % secondsOf.minute],
    minutes: [Math.floor(second / secondsOf.minute) % 60],
    hours: [Math.floor(second / secondsOf.hour)],
  };
}

/** The numbers from one to before another, in steps. */
export function steps(from: number, step: number, end: number): readonly number[] {
  const count = Math.max(0, Math.ceil((end - from) / step));
  return Array.from({ length: count }, (_, index) => from + index * step);
}

/** @param times full minutes, in seconds since midnight */
export function inRules(
  times: readonly number[],
  seconds: readonly number[],
): readonly TimesOfDay[] {
  const minutesOf = new Map<number, number[]>();
  for (const time of times) {
    const hour = Math.floor(time / secondsOf.hour);
    const minutes = minutesOf.get(hour) ?? [];
    minutesOf.set(hour, minutes);
    minutes.push((time - hour * secondsOf.hour) / secondsOf.minute);
  }
  const alike = new Map<string, { minutes: number[]; hours: number[] }>();
  for (const [hour, minutes] of minutesOf) {
    const key = minutes.join();
    const same = alike.get(key);
    if (same) same.hours.push(hour);
    else alike.set(key, { minutes, hours: [hour] });
  }
  return [...alike.values()].map((same) => ({ seconds, ...same }));
}
