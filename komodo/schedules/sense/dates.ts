/** "january 1", "25 december 2026", "2026-12-25": dates. */
import { addDays } from './draft.ts';
import type { Clause, DayPoint } from './draft.ts';
import { numbersIn } from './monthDays.ts';
import { monthsFrom, yearIn } from './months.ts';
import { attempt, choose, listOf, take, words } from './reader.ts';
import type { Reader } from './reader.ts';
import { month, monthOf, year } from './vocabulary.ts';

const written = {
  lead: words('only|just|on|every|each|the|from|between'),
  month: words(`(?<month>${month})\\.?(?: the)?`),
  of: words('(?:day )?of'),
  to: /(?:to|until|till|til|through|thru)(?![a-z])|-/y,
  and: words('and'),
  isoDate: words(`(?<year>${year})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?:t(?=\\d))?`),
  slashed: words(`(?<first>\\d{1,2})/(?<second>\\d{1,2})(?:/(?<year>${year}))?`),
  dotted: words(`(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>${year})?`),
  christmas: words('(?:(?:christmas|xmas) (?<eve>eve)|(?:christmas|xmas)(?: day)?)'),
  newYear: words("(?:(?:new year(?:'?s)?) (?<eve>eve)|new year(?:'?s)?(?: day)?)"),
  comma: words(',? ?(?:in |of )?'),
};

/** Days of a month. */
interface Dates {
  readonly month: number;
  readonly days: readonly number[];
  readonly year?: number | undefined;
}

export const readDates: Clause = (reader, draft) => {
  const ranges = listOf(reader, rangeIn)?.flat();
  if (!ranges || ranges.some((dates) => dates.month < 1 || dates.month > 12)) return false;
  const years = ranges.map((dates) => dates.year).filter((each) => each !== undefined);
  addDays(
    draft,
    ...ranges.map(({ month: of, days }): DayPoint => ({ kind: 'days', days, months: [of] })),
  );
  if (years.length > 0) {
    // Of several dates each can have its own year, which no one schedule has.
    if (draft.years || (ranges.length > 1 && new Set(years).size > 1)) draft.contradicts = true;
    draft.years = years;
  }
  return true;
};

function rangeIn(reader: Reader): readonly Dates[] | undefined {
  const { at } = reader;
  while (take(reader, written.lead));
  const bounded = /\b(?:from|between) *$/.test(reader.text.slice(at, reader.at));
  const from = datesIn(reader);
  if (!from) return undefined;
  const to = attempt(reader, () => {
    const goesOn = take(reader, written.to) ?? (bounded ? take(reader, written.and) : undefined);
    return goesOn && datesIn(reader);
  });
  if (to) return between(from, to);
  return bounded ? undefined : [from];
}

/** All days from one date to another, which can be over the end of the year. */
function between(from: Dates, to: Dates): readonly Dates[] | undefined {
  if (from.days.length !== 1 || to.days.length !== 1 || from.year !== to.year) return undefined;
  const [first, last] = [from.days[0]!, to.days[0]!];
  if (from.month === to.month)
    return last < first ? undefined : [{ ...from, days: daysFrom(first, last) }];
  return monthsFrom(from.month, to.month).map((each) => ({
    month: each,
    days: daysFrom(each === from.month ? first : 1, each === to.month ? last : 31),
    year: from.year,
  }));
}

function daysFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function datesIn(reader: Reader): Dates | undefined {
  return (
    attempt(reader, feastIn) ??
    attempt(reader, figuresIn) ??
    attempt(reader, monthFirst) ??
    attempt(reader, dayFirst)
  );
}

/** "christmas eve", "new year's day" */
function feastIn(reader: Reader): Dates | undefined {
  const christmas = take(reader, written.christmas);
  if (christmas) return { month: 12, days: [christmas.eve ? 24 : 25] };
  const newYear = take(reader, written.newYear);
  return newYear && (newYear.eve ? { month: 12, days: [31] } : { month: 1, days: [1] });
}

function monthFirst(reader: Reader): Dates | undefined {
  const name = take(reader, written.month)?.month;
  if (name === undefined) return undefined;
  const days = listOf(reader, numbersIn)?.flat();
  return days && { month: monthOf(name), days, year: yearOf(reader) };
}

function dayFirst(reader: Reader): Dates | undefined {
  const days = listOf(reader, numbersIn)?.flat();
  if (!days) return undefined;
  take(reader, written.of);
  const name = take(reader, written.month)?.month;
  return name === undefined ? undefined : { month: monthOf(name), days, year: yearOf(reader) };
}

function yearOf(reader: Reader): number | undefined {
  return attempt(reader, () => {
    take(reader, written.comma);
    return yearIn(reader);
  });
}

/** Of 3/4 either can be the month. */
function figuresIn(reader: Reader): Dates | undefined {
  const plain = take(reader, written.isoDate) ?? take(reader, written.dotted);
  if (plain) return datesOf(plain.month!, plain.day!, plain.year);
  const slashed = take(reader, written.slashed);
  if (!slashed) return undefined;
  const { first, second, year: of } = slashed;
  const dayFirst = Number(first) > 12 || (Number(second) <= 12 && choose(reader, 2) === 1);
  return dayFirst ? datesOf(second!, first!, of) : datesOf(first!, second!, of);
}

function datesOf(of: string, day: string, inYear: string | undefined): Dates {
  return {
    month: Number(of),
    days: [Number(day)],
    year: inYear === undefined ? undefined : Number(inYear),
  };
}
