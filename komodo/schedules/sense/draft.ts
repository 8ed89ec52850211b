/** What has been found in a phrase so far. */
import type { Reader, Span } from './reader.ts';
import type { Unit } from './vocabulary.ts';

/** A time of the day. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Only a number, as in "at 3". */
  readonly bare: boolean;
  /** Said with "am", "pm" or a word such as "noon", or beyond twelve: nothing about it is open. */
  readonly exact: boolean;
}

/** A part of the day, in seconds since midnight. It can go over midnight. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

/** Days that are named; a rule can name them in several ways at once ("friday the 13th"). */
export type DayPoint =
  | {
      readonly kind: 'weekdays';
      readonly weekdays: readonly number[];
      /** "mondays", "every monday": all of them. */
      readonly all?: boolean;
    }
  | {
      readonly kind: 'nth';
      readonly nth: readonly NthWeekday[];
      readonly months?: readonly number[];
    }
  | {
      readonly kind: 'days';
      readonly days: readonly MonthDay[];
      readonly months?: readonly number[];
    }
  | { readonly kind: 'beyond'; readonly says: string };

export interface NthWeekday {
  /** 1 to 5, or the last of the month. */
  readonly nth: number | 'last';
  readonly weekday: number;
}

/** A day of the month, its last, or its first from Monday to Friday. */
export type MonthDay = number | 'last' | 'first workday';

/** Times of the day together with the days they are for. */
export interface Group {
  /** "every 2 hours": how many of a unit. */
  readonly every: Partial<Record<Unit, number>>;
  /** "3 times a day". */
  times?: { readonly count: number; readonly per: Unit };
  readonly clocks: Clock[];
  /** Minutes of an hour: "at minute 30". */
  readonly minutes: number[];
  /** Seconds of a minute: "at second 30". */
  readonly seconds: number[];
  readonly windows: Window[];
  /** Parts of the day that are left out. */
  readonly without: Window[];
  /** "starting at 6 am", in seconds since midnight. */
  start?: number;
  parts?: PartOfDay[];
  /** Any of these; the points of each hold together. */
  readonly days: DayPoint[][];
  /** Which of the two was told last. */
  last?: 'times' | 'days';
}

export interface Draft {
  readonly groups: Group[];
  months?: readonly number[];
  years?: readonly number[];
  readonly without: { weekdays: number[]; days: number[]; months: number[] };
  /** Words for a single run, as "tomorrow". */
  once?: Span;
  /** A time zone by name. */
  zone?: { readonly name: string; readonly span: Span };
  /** Parts of the phrase that mean something. */
  readonly clauses: Span[];
  /** Words that nothing is known about. */
  readonly unknown: Span[];
  /** What was just read. */
  joined: false | 'comma' | 'and';
  /** Two things were said that cannot both be meant. */
  contradicts?: boolean;
}

/** Reads something at the reader and notes it in the draft; false where there is something else. */
export type Clause = (reader: Reader, draft: Draft) => boolean;

export function newDraft(): Draft {
  return {
    groups: [newGroup()],
    without: { weekdays: [], days: [], months: [] },
    clauses: [],
    unknown: [],
    joined: false,
  };
}

function newGroup(): Group {
  return { every: {}, clocks: [], minutes: [], seconds: [], windows: [], without: [], days: [] };
}

/**
 * Where to note times or days: "monday at 9:00 and friday at 17:00" has two groups, as days are told anew after times
 * for others were.
 */
export function groupFor(draft: Draft, what: 'times' | 'days'): Group {
  const group = draft.groups.at(-1)!;
  const toldBefore = what === 'times' ? hasTimes(group) : hasDays(group);
  if (!draft.joined || !toldBefore || group.last === what) {
    group.last = what;
    return group;
  }
  const next = newGroup();
  next.last = what;
  draft.groups.push(next);
  return next;
}

/** Where to note a clock beside an interval, or the other way about: "every hour and at 10:15" is both. */
export function groupBeside(draft: Draft, what: 'interval' | 'clocks'): Group | undefined {
  const { every, clocks } = draft.groups.at(-1)!;
  const isOther = what === 'interval' ? isOften(every) : clocks.length > 0;
  if (draft.joined !== 'and' || !isOther) return undefined;
  const group = { ...newGroup(), last: 'times' as const };
  draft.groups.push(group);
  return group;
}

export function hasTimes(group: Group): boolean {
  const { every, times, clocks, minutes, seconds, windows, parts } = group;
  return (
    isOften(every) ||
    !!times ||
    clocks.length > 0 ||
    minutes.length > 0 ||
    seconds.length > 0 ||
    windows.length > 0 ||
    !!parts
  );
}

/** Several times a day. */
export function isOften({ second, minute, hour }: Group['every']): boolean {
  return second !== undefined || minute !== undefined || hour !== undefined;
}

export function hasDays({ every: { day, week, month, year }, days }: Group): boolean {
  return (
    days.length > 0 ||
    day !== undefined ||
    week !== undefined ||
    month !== undefined ||
    year !== undefined
  );
}

/** Notes named days: each of the points holds, besides those that were told before an "and". */
export function addDays(draft: Draft, ...points: readonly DayPoint[]): void {
  const toldBefore = draft.groups.at(-1)!.last;
  const { days } = groupFor(draft, 'days');
  const last = days.at(-1);
  // "monday at 9:00, 17:00 on friday" has two times, and for whom?
  if (last && !draft.joined && toldBefore === 'times') draft.contradicts = true;
  if (!last || draft.joined === 'and' || points[0]!.kind === last.at(-1)!.kind)
    days.push(...points.map((point) => [point]));
  // "friday, the 13th" can be one day or two.
  else if (draft.joined || points.length > 1) draft.contradicts = true;
  else last.push(points[0]!);
}

/** What is told once holds for all: "monday at 9:00 and friday", "at 9:00 on mondays and at 17:00". */
export function completed(groups: readonly Group[]): readonly Group[] {
  const told = groups.flatMap((group, place) =>
    narrowedBy(group, groups[place - 1], groups[place + 1]),
  );
  return told.map((group, place, groups) => {
    const others = [...groups.slice(0, place).reverse(), ...groups.slice(place + 1)];
    const days = hasDays(group) ? group : others.find(hasDays);
    const times = hasTimes(group) ? group : others.find(hasTimes);
    return {
      ...group,
      ...times,
      every: { ...pick(days?.every, daily), ...pick(times?.every, oftener) },
      days: days?.days ?? [],
    };
  });
}

/** "every day at 9:00, monday to friday": days that come later without times narrow what every day was. */
function narrowedBy(
  group: Group,
  before: Group | undefined,
  after: Group | undefined,
): readonly Group[] {
  if (before && isNarrowing(group, before)) return [];
  return [after && isNarrowing(after, group) ? { ...group, days: after.days } : group];
}

function isNarrowing(group: Group, before: Group): boolean {
  return !hasTimes(group) && before.days.length === 0 && hasTimes(before) && group.days.length > 0;
}

const oftener = ['second', 'minute', 'hour'] as const;
const daily = ['day', 'week', 'month', 'year'] as const;

function pick(every: Group['every'] = {}, units: readonly Unit[]): Group['every'] {
  return Object.fromEntries(
    units.filter((unit) => unit in every).map((unit) => [unit, every[unit]]),
  );
}
