/** Which times of the day are meant. */
import type { Clock, Group, PartOfDay } from './draft.ts';
import { isOften } from './draft.ts';
import { secondOf } from './hours.ts';
import { onceWithin, timesOfInterval } from './intervalTimes.ts';
import { partsInWords, spanOf } from './partsOfDay.ts';
import type { Reader } from './reader.ts';
import { countInWords, isWithinDay, timesADay, timesADayWithin } from './severalTimes.ts';
import { atSecond } from './timesOfDay.ts';
import type { Times, TimesOfDay } from './timesOfDay.ts';
import { secondsOf } from './vocabulary.ts';

const { day, hour, minute } = secondsOf;

/** Undefined where the words do not fit together. */
export function timesOf(group: Group, reader: Reader): Times | undefined {
  const { clocks, every, minutes, seconds, windows, times, parts, start } = group;
  const often = isOften(every) || minutes.length > 0 || seconds.length > 0;
  if (group.without.length > 0 && (!often || clocks.length > 0)) return undefined;
  if (times && isWithinDay(times.per)) return timesOfCount(times.count, times.per, group, reader);
  if (times && often) return undefined;
  if (clocks.length > 0) {
    if (windows.length > 0) return undefined;
    return often ? intervalFrom(group, reader) : timesOfClocks(group);
  }
  if (often) return parts ? timesInParts(group, parts, reader) : timesOfInterval(group, reader);
  // How often between them?
  if (windows.length > 0) return parts ? undefined : onceWithin(windows);
  if (start !== undefined) return { rules: [atSecond(start)] };
  if (parts) return partsAlone(parts);
  return { rules: [atSecond(0)], open: 'once a day' };
}

/** "every 6 hours at 10:00": counted from then. */
function intervalFrom(group: Group, reader: Reader): Times | undefined {
  if (group.minutes.length > 0 || group.seconds.length > 0) return undefined;
  const { rules } = timesOfClocks(group);
  const [first] = rules.map(startOf);
  const counted = timesOfInterval({ ...group, start: first! }, reader, 'all day');
  if (!counted) return undefined;
  // "every 48 hours at 6:00 and 18:00" tells days.
  if (counted.everyDays !== undefined) return { rules, everyDays: counted.everyDays };
  const { second, minute: minutes, hour: hours } = group.every;
  const isShort = second !== undefined || minutes !== undefined;
  const length = (hours ?? 0) * hour;
  const fits = !isShort && rules.every((rule) => (startOf(rule) - first!) % length === 0);
  if (fits && counted.rules.length > 0) return counted;
  const { says, perDay } = counted.interval ?? {
    says: intervalInWords(group),
    perDay: rules.length,
  };
  return { rules: [], interval: { says, perDay }, clocks: rules, ...(!fits && { either: true }) };
}

function startOf({ hours, minutes, seconds }: TimesOfDay): number {
  return (hours[0]! * 60 + minutes[0]!) * 60 + seconds[0]!;
}

/** "every 15 minutes" */
function intervalInWords({ every }: Group): string {
  const unit = (['second', 'minute', 'hour'] as const).find((each) => every[each] !== undefined)!;
  return every[unit] === 1 ? `every ${unit}` : `every ${every[unit]!} ${unit}s`;
}

/** "every 15 minutes at night" */
function timesInParts(
  group: Group,
  parts: readonly PartOfDay[],
  reader: Reader,
): Times | undefined {
  if (group.windows.length > 0) return undefined;
  const times = timesOfInterval({ ...group, windows: parts.map(spanOf) }, reader);
  if (times?.everyDays !== undefined) return { ...partsAlone(parts), everyDays: times.everyDays };
  if (!times || times.rules.length === 0 || group.minutes.length > 0 || group.seconds.length > 0)
    return times;
  return { ...times, open: `${intervalInWords(group)} ${partsInWords(parts)}` };
}

/** "once a day in the morning" */
function partsAlone(parts: readonly PartOfDay[]): Times {
  const often = parts.length === 1 ? 'once' : 'several times';
  return {
    rules: parts.map((part) => atSecond(usualHour[part] * hour)),
    open: `${often} a day ${partsInWords(parts)}`,
  };
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
function inPart(clock: Clock, part: PartOfDay | undefined): Clock {
  if (clock.exact || !part) return clock;
  const { hour: said } = clock;
  if (said === 12) return part === 'afternoon' ? clock : { ...clock, hour: 0 };
  const late = part === 'afternoon' || part === 'evening' || (part === 'night' && said >= 6);
  return late ? { ...clock, hour: said + 12 } : clock;
}

/** "twice a day at 9:00 and 17:00", "4 times an hour". */
function timesOfCount(
  count: number,
  per: 'day' | 'hour' | 'minute' | 'second',
  group: Group,
  reader: Reader,
): Times | undefined {
  const { clocks, minutes, parts, every } = group;
  if (count < 1 || isOften(every)) return undefined;
  if (per === 'day') return minutes.length > 0 ? undefined : timesOfDay(count, group);
  if (clocks.length > 0) return undefined;
  const part = per === 'hour' ? 'minute' : 'second';
  if (60 % count !== 0 || per === 'second') {
    const says = countInWords(count, per);
    return { rules: [], interval: { says, perDay: (count * day) / secondsOf[per] } };
  }
  if (minutes.length > 1 && minutes.length !== count) return undefined;
  const interval = { ...group, every: { [part]: 60 / count } };
  const from = { ...interval, minutes: [], start: (minutes[0] ?? 0) * minute };
  const told = minutes.length > 1 ? { ...group, every: { hour: 1 } } : from;
  return parts ? timesInParts(told, parts, reader) : timesOfInterval(told, reader);
}

function timesOfDay(count: number, group: Group): Times | undefined {
  const { clocks, windows, parts } = group;
  const [window, ...others] = windows;
  if (window) {
    const isAlone = clocks.length === 0 && others.length === 0 && !parts;
    return isAlone ? timesADayWithin(count, window) : undefined;
  }
  if (clocks.length === 0) return parts ? undefined : timesADay(count);
  const { rules } = timesOfClocks(group);
  if (rules.length === count) return { rules };
  if (rules.length === 1) return timesADay(count, inPart(clocks[0]!, parts?.[0]));
  const interval = { says: countInWords(count, 'day'), perDay: count };
  return { rules: [], interval, clocks: rules, either: true };
}
