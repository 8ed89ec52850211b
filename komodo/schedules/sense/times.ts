/** Which times of the day are meant. */
import type { Clock, Group, PartOfDay } from './draft.ts';
import { isOften } from './draft.ts';
import { secondOf } from './hours.ts';
import { timesOfInterval } from './intervalTimes.ts';
import type { Reader } from './reader.ts';
import { atSecond, steps } from './timesOfDay.ts';
import type { Times } from './timesOfDay.ts';
import { secondsOf } from './vocabulary.ts';
import type { Unit } from './vocabulary.ts';

const day = secondsOf.day;
const hour = secondsOf.hour;
const minute = secondsOf.minute;

/** Undefined where the words do not fit together. */
export function timesOf(group: Group, reader: Reader): Times | undefined {
  const { clocks, every, minutes, windows, times, parts, start } = group;
  const often = isOften(every) || minutes.length > 0;
  if (times) {
    const several = often ? undefined : severalTimes(times.count, times.per);
    if (clocks.length === 0) return several;
    // "twice a week at 10:00", but no days beside it: those would be the two.
    const isOfDays = daysOf[times.per] > 1 && group.days.length === 0;
    return several && isOfDays ? { ...several, clocks: timesOfClocks(group).rules } : undefined;
  }
  if (clocks.length > 0) return often || windows.length > 0 ? undefined : timesOfClocks(group);
  if (often) return parts ? undefined : timesOfInterval(group, reader);
  // How often between them?
  if (windows.length > 0) return undefined;
  if (start !== undefined) return { rules: [atSecond(start)] };
  if (parts)
    return { rules: parts.map((part) => atSecond(usualHour[part] * hour)), open: openParts(parts) };
  return { rules: [atSecond(0)], open: 'once a day' };
}

/** "once a day in the morning" */
function openParts(parts: readonly PartOfDay[]): string {
  const times = parts.map((part) => (part === 'night' ? 'at night' : `in the ${part}`));
  return `${parts.length === 1 ? 'once' : 'several times'} a day ${times.join(' and ')}`;
}

const usualHour: Readonly<Record<PartOfDay, number>> = {
  morning: 6,
  afternoon: 12,
  evening: 18,
  night: 0,
};

function timesOfClocks({ clocks, parts }: Group): Times {
  const rules = clocks.flatMap((clock) =>
    parts
      ? parts.map((part) => atSecond(secondOf(inPart(clock, part))))
      : [atSecond(secondOf(clock))],
  );
  return { rules };
}

/** "at 8 in the evening" */
function inPart(clock: Clock, part: PartOfDay): Clock {
  if (clock.exact) return clock;
  const { hour: said } = clock;
  if (said === 12) return part === 'afternoon' ? clock : { ...clock, hour: 0 };
  const late = part === 'afternoon' || part === 'evening' || (part === 'night' && said >= 6);
  return late ? { ...clock, hour: said + 12 } : clock;
}

const daysOf: Readonly<Record<Unit, number>> = {
  second: 1 / day,
  minute: minute / day,
  hour: hour / day,
  day: 1,
  week: 7,
  month: 365.25 / 12,
  year: 365.25,
};

/** "twice a day": at even distances, where there are any. */
function severalTimes(count: number, per: Unit): Times | undefined {
  if (count < 1) return undefined;
  if (per === 'day' && 24 % count === 0)
    return {
      rules: [{ seconds: [0], minutes: [0], hours: steps(0, 24 / count, 24) }],
      open: `${count === 2 ? 'twice' : `${count} times`} a day`,
    };
  if (per === 'hour' && 60 % count === 0)
    return { rules: [{ seconds: [0], minutes: steps(0, 60 / count, 60), hours: steps(0, 1, 24) }] };
  const says = `${count} times ${per === 'hour' ? 'an' : 'a'} ${per}`;
  return { rules: [], interval: { says, perDay: count / daysOf[per] } };
}
