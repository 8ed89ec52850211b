import { calendarDay } from '../cron/calendar.ts';
import type { Cron } from '../cron/cron.ts';
import { hasPlain } from '../cron/field.ts';
import { matchesDay } from '../cron/match.ts';
import { valuesOf } from '../meaning/values.ts';

const day = 86_400;

/** The local times from `start` to before `end` that an expression means, whether the clocks show them or not. */
export function dueTimes(cron: Cron, start: number, end: number): readonly number[] {
  const [hours, minutes, seconds] = [cron.hours, cron.minutes, cron.seconds].map(valuesOf);
  const due: number[] = [];
  for (let number = Math.floor(start / day); number * day < end; number++) {
    const date = calendarDay(number);
    if (
      !hasPlain(cron.years, date.year) ||
      !hasPlain(cron.months, date.month) ||
      !matchesDay(cron, date)
    )
      continue;
    for (const hour of hours!) {
      const full = number * day + hour * 3600;
      if (full + 3600 <= start || full >= end) continue;
      for (const minute of minutes!)
        for (const second of seconds!) {
          const time = full + minute * 60 + second;
          if (time >= start && time < end) due.push(time);
        }
    }
  }
  return due;
}
