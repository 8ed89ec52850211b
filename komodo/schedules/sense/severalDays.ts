/** "twice a week", "3 times a month on the 1st, 11th and 21st": so many days of a week, month or year. */
import { countInWords } from './severalTimes.ts';
import type { DaysOfYear } from './days.ts';
import { steps } from './timesOfDay.ts';
import type { Unit } from './vocabulary.ts';

/**
 * The days that are named, if they are as many; days at even distances, if none is. Undefined where cron has no such.
 */
export function severalDays(
  count: number,
  per: Unit,
  named: readonly DaysOfYear[],
): { readonly rules: readonly DaysOfYear[]; readonly open?: string } | undefined {
  const isNamed = named.some(({ days, weekdays }) => days ?? weekdays);
  if (isNamed) return countOf(named, per) === count ? { rules: named } : undefined;
  const [{ months, years } = {}] = named;
  if (per === 'year' && months)
    return months.length === count
      ? { rules: [{ months, years, days: [1] }], open: 'once' }
      : undefined;
  const chosen = evenly[per]?.(count);
  return chosen && { rules: [{ months, years, ...chosen }], open: countInWords(count, per) };
}

/** How many days the rules have in a week, month or year. Not told for what a month and a year have in different numbers. */
function countOf(named: readonly DaysOfYear[], per: Unit): number | undefined {
  const counts = named.map(({ days, weekdays, months }) => {
    if (days && weekdays) return undefined;
    const isNth = weekdays?.some((weekday) => typeof weekday === 'string');
    if (per === 'week') return isNth ? undefined : weekdays?.length;
    const inMonth = isNth ? weekdays!.length : days?.length;
    if (per === 'month') return inMonth;
    return inMonth === undefined ? undefined : inMonth * (months?.length ?? 12);
  });
  return counts.reduce<number | undefined>(
    (sum, each) => (sum === undefined || each === undefined ? undefined : sum + each),
    0,
  );
}

const evenly: Readonly<Partial<Record<Unit, (count: number) => DaysOfYear | undefined>>> = {
  week: (count) => (count === 7 ? {} : wrapped(weekdaysOf[count - 1])),
  month: (count) =>
    count > 28
      ? undefined
      : { days: steps(0, 1, count).map((place) => 1 + Math.floor((place * 28) / count)) },
  year: (count) => (12 % count === 0 ? { days: [1], months: steps(1, 12 / count, 13) } : undefined),
};

function wrapped(weekdays: readonly number[] | undefined): DaysOfYear | undefined {
  return weekdays && { weekdays };
}

/** 0 is Sunday. */
const weekdaysOf: readonly (readonly number[])[] = [
  [0],
  [1, 4],
  [1, 3, 5],
  [1, 3, 5, 0],
  [1, 2, 3, 4, 5],
  [1, 2, 3, 4, 5, 6],
];
