/** Which days are meant. */
import { listInWords, weekdayNames } from '../meaning/lists.ts';
import type { DayPoint, Draft, Group, MonthDay, NthWeekday } from './draft.ts';
import { hasTimes, isOften } from './draft.ts';
import type { CronItem, Rule } from './rules.ts';
import { severalDays } from './severalDays.ts';
import { countInWords, isWithinDay } from './severalTimes.ts';
import { steps } from './timesOfDay.ts';
import type { Interval } from './timesOfDay.ts';
import type { Unit } from './vocabulary.ts';

export type DaysOfYear = Pick<Rule, 'days' | 'months' | 'weekdays' | 'years'>;

export interface Days {
  /** Empty where cron cannot say it. */
  readonly rules: readonly DaysOfYear[];
  /** How often it runs, where the day of a week, month or year is left open: "once a month". */
  readonly open?: string;
  readonly interval?: Interval;
  /** What was said of the days beside an interval that cron has not. */
  readonly beside?: DaysOfYear;
}

/**
 * @param every days from one to the next, where the times say so ("every 48 hours")
 * @returns undefined where the words do not fit together
 */
export function daysOf(group: Group, draft: Draft, every = 1): Days | undefined {
  const { week = 1, year = 1 } = group.every;
  const day = Math.max(every, group.every.day ?? 1);
  const month = group.every.month ?? 1;
  const alternatives = group.days.length > 0 ? group.days : [[]];
  const unsayable = alternatives.flat().find((point) => point.kind === 'beyond');
  const { months, years } = draft;
  if (unsayable) return beyond(unsayable.says, 12 / daysAYear, { months, years });
  const named = alternatives.map((points) => namedDays(points, draft));
  if (!named.every((each) => each !== undefined)) return undefined;
  if (Object.values(group.every).includes(0)) return undefined;

  const rare = group.every.week ?? group.every.month ?? group.every.year;
  // "once a month on the hour" is not each hour.
  if (rare === 1 && group.minutes.length > 0 && !isOften(group.every)) return undefined;

  const [first] = named;
  if (group.times && !isWithinDay(group.times.per))
    return someDays(group.times.count, group.times.per, named);
  if (year > 1) return beyond(`every ${year} years`, 1 / (daysAYear * year), first);
  if (week > 1) return everyWeeks(week, named);
  if (month > 1) return everyMonths(month, group, draft, named);
  if (day > 1) return everyDays(day, named);
  return withOpenDay(group, draft, named);
}

function beyond(says: string, perDay: number, beside?: DaysOfYear): Days {
  return { rules: [], interval: { says, perDay }, ...(beside && { beside }) };
}

/** "twice a week" */
function someDays(count: number, per: Unit, named: readonly DaysOfYear[]): Days {
  const says = countInWords(count, per);
  const perDay = count / daysIn[per as keyof typeof daysIn];
  return severalDays(count, per, named) ?? beyond(says, perDay, named[0]);
}

function everyWeeks(count: number, named: readonly DaysOfYear[]): Days {
  const weekdays = named[0]?.weekdays ?? [];
  const names = weekdays.map((item) => `${weekdayNames[Number(item)]!}s`);
  const on = names.length > 0 ? ` on ${listInWords(names)}` : '';
  const beside = { ...named[0], weekdays: undefined };
  return beyond(`every ${count} weeks${on}`, Math.max(weekdays.length, 1) / (7 * count), beside);
}

/** Cron counts from the first day of each month. */
function everyDays(count: number, named: readonly DaysOfYear[]): Days | undefined {
  if (named.some(({ days }) => days)) return undefined;
  const [only] = named;
  if (count % 7 === 0 && !only?.weekdays) {
    if (count > 7) return everyWeeks(count / 7, []);
    return { rules: named.map((rule) => ({ ...rule, weekdays: [0] })), open: 'once a week' };
  }
  const rules = named.map((rule) => ({ ...rule, days: steps(1, count, 32) }));
  // On some weekdays only it is every so many days no more.
  if (only?.weekdays) return { rules };
  const runs = monthLengths.reduce((sum, length) => sum + Math.ceil(length / count), 0);
  const instead = { perDay: runs / daysAYear, anew: 'month' } as const;
  return { rules, interval: { says: `every ${count} days`, perDay: 1 / count, instead } };
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysAYear = 365.25;
const daysIn = { week: 7, month: daysAYear / 12, year: daysAYear };

/** Cron counts from January. */
function everyMonths(
  count: number,
  group: Group,
  draft: Draft,
  named: readonly DaysOfYear[],
): Days | undefined {
  if (named.some(({ months }) => months)) return undefined;
  if (count > 12) return beyond(`every ${count} months`, 12 / (daysAYear * count), named[0]);
  const { rules, open } = withOpenDay(group, draft, named);
  const months = steps(1, count, 13);
  const instead = { perDay: months.length / daysAYear, anew: 'year' } as const;
  const interval = { says: `every ${count} months`, perDay: 12 / (daysAYear * count), instead };
  return {
    rules: rules.map((rule) => ({ ...rule, months })),
    ...(open && { open: count === 12 ? 'once a year' : `once every ${count} months` }),
    ...(12 % count !== 0 && { interval }),
  };
}

/** Takes the first day of a week, month or year where one is meant and none is named. */
function withOpenDay(group: Group, draft: Draft, named: readonly DaysOfYear[]): Days {
  const { day, week, month, year } = group.every;
  const isNamed = named.some(({ days, weekdays }) => days ?? weekdays);
  const isFrequent = isOften(group.every) || group.minutes.length > 0;
  const open: { -readonly [Field in keyof DaysOfYear]?: DaysOfYear[Field] } = {};
  if (!isNamed && day === undefined && !isFrequent) {
    if (week !== undefined) open.weekdays = [0];
    else if (month !== undefined || year !== undefined || !hasTimes(group)) open.days = [1];
    // Nothing but times, or nothing at all, is every day.
    if (open.days && month === undefined && year === undefined && !draft.months) delete open.days;
  }
  if (
    year !== undefined &&
    day === undefined &&
    !isFrequent &&
    !named.some(({ months, weekdays }) => months ?? weekdays)
  )
    open.months = [1];
  if (Object.keys(open).length === 0) {
    const isRare =
      day === undefined && week === undefined && !isFrequent && (month ?? year) !== undefined;
    return (isRare ? firstOfMonth(group, named) : undefined) ?? { rules: named };
  }
  const often = open.weekdays ? 'once a week' : year !== undefined ? 'once a year' : 'once a month';
  return {
    rules: named.map((rule) => ({ ...rule, ...open })),
    open: draft.months && year === undefined && month === undefined ? 'once' : often,
  };
}

/** "once a month on monday": one Monday of each, and which is left open. */
function firstOfMonth(group: Group, named: readonly DaysOfYear[]): Days | undefined {
  const points = group.days.flat();
  const isOne = points.every((point) => point.kind === 'weekdays' && !point.all);
  if (!isOne || points.length !== group.days.length) return undefined;
  const isYearly = group.every.month === undefined;
  return {
    rules: named.map((rule) => ({
      ...rule,
      weekdays: rule.weekdays?.map((weekday) => `${weekday}#1`),
      ...(isYearly && !rule.months && { months: [1] }),
    })),
    open: `once a ${isYearly ? 'year' : 'month'} on ${namesOf(named)}`,
  };
}

function namesOf(named: readonly DaysOfYear[]): string {
  const weekdays = named.flatMap((rule) => rule.weekdays ?? []);
  return listInWords(weekdays.map((item) => `a ${weekdayNames[Number(item)]!}`));
}

/** All points hold at once, and what is said of months, years and exceptions does too. */
function namedDays(points: readonly DayPoint[], draft: Draft): DaysOfYear | undefined {
  const { without } = draft;
  let days: readonly MonthDay[] | undefined;
  let weekdays: readonly number[] | undefined;
  let nth: readonly NthWeekday[] | undefined;
  let months = draft.months;
  for (const point of points) {
    if (point.kind === 'weekdays') weekdays = common(weekdays, point.weekdays);
    else if (point.kind === 'nth') nth = nth ? [] : point.nth;
    else if (point.kind === 'days') days = common(days, point.days);
    if ('months' in point && point.months) months = common(months, point.months);
  }
  if (without.weekdays.length > 0) {
    if (nth) nth = nth.filter(({ weekday }) => !without.weekdays.includes(weekday));
    else weekdays = (weekdays ?? steps(0, 1, 7)).filter((each) => !without.weekdays.includes(each));
  }
  if (without.days.length > 0)
    days = (days ?? steps(1, 1, 32)).filter((each) => !without.days.includes(Number(each)));
  if (without.months.length > 0)
    months = (months ?? steps(1, 1, 13)).filter((each) => !without.months.includes(each));
  if (nth && weekdays) return undefined;
  if ([days, weekdays, nth, months].some((each) => each?.length === 0)) return undefined;
  if (days?.some((day) => Number(day) < 1 || Number(day) > 31)) return undefined;
  return {
    days: days?.map(itemOfDay),
    weekdays: nth ? nth.map(itemOfNth) : weekdays,
    months,
    years: draft.years,
  };
}

function common<Value>(
  one: readonly Value[] | undefined,
  other: readonly Value[],
): readonly Value[] {
  return one ? one.filter((value) => other.includes(value)) : other;
}

function itemOfDay(day: MonthDay): CronItem {
  if (day === 'last') return 'L';
  return day === 'first workday' ? '1W' : day;
}

function itemOfNth({ nth, weekday }: NthWeekday): CronItem {
  return nth === 'last' ? `${weekday}L` : `${weekday}#${nth}`;
}
