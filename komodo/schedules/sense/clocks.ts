/** "3 am", "15:30", "noon", "half past 3": times of the day. */
import { groupBeside, groupFor } from './draft.ts';
import type { Clause, Clock, PartOfDay } from './draft.ts';
import { attempt, listOf, take, words } from './reader.ts';
import type { Reader } from './reader.ts';
import { month, number, numberOf, unit } from './vocabulary.ts';

const half = '(?<half>[ap])\\.?m\\b\\.?';
const small = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const oClock = "(?: ?(?:o'? ?clock|hrs|hours|uhr))?";
/** What a number counts or names when one of these follows, so that it is no time of the day. */
const noTime = `(?! ?(?:${unit}(?![a-z])|${month}|of|past|after|before|times|x|%|[-:/.]?\\d|st\\b|nd\\b|rd\\b|th\\b))`;

const written = {
  noon: words('(?:(?:every|each) )?(?:12 ?)?(?:noon|midday|mid-day)s?'),
  midnight: words('(?:(?:every|each) )?(?:12 ?)?(?:midnight|mid-night)s?'),
  halves: words(`(?<hour>${small})(?:[:.](?<minute>\\d\\d)(?:[:.](?<second>\\d\\d))?)? ?${half}`),
  colons: words(
    `(?<hour>\\d{1,2})(?::|h)(?<minute>\\d\\d)(?::(?<second>\\d\\d))?${oClock}(?![:\\d])`,
  ),
  past: words(
    `(?:(?<count>half|an? quarter|quarter)|(?<minutes>${number})(?: minutes| mins| min|(?= past| after))) ` +
      `(?<way>past|after|to|before|till) (?<hour>${small}|noon|midnight)(?: ?${half}|${oClock})(?![:\\d])`,
  ),
  /** "10 to 5", which is a part of the day elsewhere. */
  fewTo: words(
    `(?<minutes>5|10|20|25|five|ten|twenty) to (?<hour>${small}|noon|midnight)(?: ?${half}|${oClock})(?![:\\d])`,
  ),
  bare: words(`(?<hour>${small})(?: ?h)?${oClock}${noTime}`),
  from: words(`(?<hour>${small})(?=-\\d)`),
  dotted: words(`(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d)${oClock}`),
  fourDigits: words(`(?<hour>[01]\\d|2[0-4])(?<minute>[0-5]\\d) ?(?:h|hrs|hours)?`),
  oClock: words(`(?<hour>${small}) ?(?:o'? ?clock|uhr)`),
  spoken: words(
    `(?<hour>${small}) (?<minutes>fifteen|thirty|forty(?: |-)five)(?: ?${half})?(?! ?${unit})`,
  ),
  every: words('(?:every|each)(?= ?\\d{1,2}:\\d\\d)'),
};

/** A time that is one wherever it stands, as it has more than a number. */
export function clockIn(reader: Reader): Clock | undefined {
  if (take(reader, written.noon)) return clock(12);
  if (take(reader, written.midnight)) return clock(0);
  const past = attempt(reader, () => clockPast(take(reader, written.past)));
  if (past) return past;
  return clockOf(
    take(reader, written.halves) ?? take(reader, written.colons) ?? take(reader, written.oClock),
  );
}

/** A time where one is due, as after "at": a number is enough. */
export function clockDue(reader: Reader): Clock | undefined {
  const certain =
    attempt(reader, clockIn) ?? attempt(reader, () => clockPast(take(reader, written.fewTo)));
  return certain ?? attempt(reader, spokenClock) ?? hourDue(reader);
}

/** A time that begins a part of the day: "9-17". */
export function clockFrom(reader: Reader): Clock | undefined {
  return attempt(reader, clockIn) ?? clockOf(take(reader, written.from)) ?? hourDue(reader);
}

/** "three thirty" */
function spokenClock(reader: Reader): Clock | undefined {
  const found = take(reader, written.spoken);
  if (!found) return undefined;
  const minute = String(numberOf(found.minutes!.replace(' ', '-')));
  return clockOf({ ...found, minute });
}

function hourDue(reader: Reader): Clock | undefined {
  return clockOf(
    take(reader, written.fourDigits) ?? take(reader, written.dotted) ?? take(reader, written.bare),
  );
}

function clock(hour: number, minute = 0, second = 0): Clock {
  return { hour, minute, second, bare: false, exact: true };
}

type Found = Readonly<Record<string, string | undefined>>;

/** Undefined for what no clock shows. 24:00 is midnight. */
function clockOf(found: Found | undefined): Clock | undefined {
  if (!found) return undefined;
  const { hour: hours, minute: minutes, second: seconds, half: ofDay } = found;
  const written = numberOf(hours!);
  const minute = Number(minutes ?? 0);
  const second = Number(seconds ?? 0);
  const hour = written === 24 && minute === 0 ? 0 : hourOf(written, ofDay);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return {
    hour,
    minute,
    second,
    bare: minutes === undefined && ofDay === undefined,
    exact: ofDay !== undefined || written > 12 || written === 0 || hours!.startsWith('0'),
  };
}

/** "15:00 pm" is said too. */
function hourOf(hour: number, ofDay: string | undefined): number {
  if (ofDay === 'p' && hour < 12) return hour + 12;
  return ofDay === 'a' && hour === 12 ? 0 : hour;
}

/** "quarter past 9", "10 minutes to noon". */
function clockPast(found: Found | undefined): Clock | undefined {
  if (!found) return undefined;
  const { count, minutes: counted, way = 'to', hour: named } = found;
  const full =
    named === 'noon'
      ? clock(12)
      : named === 'midnight'
        ? clock(0)
        : clockOf({ ...found, minute: undefined });
  if (!full) return undefined;
  const minutes = counted === undefined ? (count === 'half' ? 30 : 15) : numberOf(counted);
  if (minutes > 59) return undefined;
  const later = way === 'past' || way === 'after';
  const time = (full.hour * 60 + (later ? minutes : 1440 - minutes)) % 1440;
  return { ...full, bare: false, hour: Math.floor(time / 60), minute: time % 60 };
}

const at =
  /(?:(?:at|by|around|about|exactly)(?: +(?:exactly|about|around|precisely|approximately))?(?: +(?:the +)?hours?)?(?![\p{L}\p{N}])|@)/uy;
const inList = words('(?:at )?');
const partOfDay = words(
  '(?:in the |at |of the |during the |(?:every|each)(?: single)? )?(?<part>morning|afternoon|evening|night)s?',
);
const nightly = words('nightly|overnight');

/** Times of the day, one or several: "at 3, 5 and 7", "9:30 am". */
export const readClocks: Clause = (reader, draft) => {
  const due = attempt(reader, () => take(reader, at) ?? take(reader, written.every));
  const first = due ? clockDue : clockIn;
  let isFirst = true;
  const clocks = listOf(reader, () => {
    take(reader, inList);
    const found = isFirst ? first(reader) : clockDue(reader);
    isFirst = false;
    return found;
  });
  if (!clocks) return false;
  (groupBeside(draft, 'interval') ?? groupFor(draft, 'times')).clocks.push(...inSameHalf(clocks));
  return true;
};

/** "9 and 10 pm" are both in the evening. */
export function inSameHalf(clocks: readonly Clock[]): readonly Clock[] {
  const last = clocks.at(-1)!;
  if (!last.exact || last.hour < 12) return clocks;
  return clocks.map((each) =>
    each.bare && !each.exact && each.hour < 12 && each.hour + 12 < last.hour
      ? { ...each, hour: each.hour + 12, bare: false, exact: true }
      : each,
  );
}

/** "in the morning", "every night". */
export const readPartsOfDay: Clause = (reader, draft) => {
  const parts = listOf(reader, partIn);
  if (!parts) return false;
  (groupFor(draft, 'times').parts ??= []).push(...parts);
  return true;
};

/** "in the morning" */
export function partIn(reader: Reader): PartOfDay | undefined {
  if (take(reader, nightly)) return 'night';
  return take(reader, partOfDay)?.part as PartOfDay | undefined;
}
