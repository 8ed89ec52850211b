/** "in january and july", "from march to may", "2027": months and years. */
import type { Clause } from './draft.ts';
import { attempt, choose, listOf, sees, take, words } from './reader.ts';
import type { Reader } from './reader.ts';
import { steps } from './timesOfDay.ts';
import { month, monthOf, year } from './vocabulary.ts';

const written = {
  lead: words('only|just|in|during|of|on|for|the|every|each|months?'),
  bounds: words('from|between'),
  month: words(`(?<month>${month})\\.?`),
  monthNumber: words(
    '(?:in|on|during) (?:the )?(?:month (?<number>\\d{1,2})|(?<nth>\\d{1,2})(?:st|nd|rd|th)? months?)',
  ),
  to: /(?:to|until|till|til|through|thru)(?![a-z])|-/y,
  and: words('and'),
  before: words('before'),
  until: words('(?:until|till|til|up to|ending(?: in)?|through)'),
  since: words('(?:since|from|starting(?: in| from)?|beginning(?: in| from)?)'),
  after: words('after'),
  onwards: words('onwards?|on'),
  day: words('\\d.*'),
  yearLead: words('only|in|during|of|for|the|years?'),
  year: words(`(?<year>${year})(?![:\\d]|-\\d)`),
};

/** Months that hold for everything else that is said. */
export const readMonths: Clause = (reader, draft) => {
  const months = attempt(reader, monthNumberIn) ?? attempt(reader, monthsIn);
  if (!months) return false;
  if (draft.months && !draft.joined) draft.contradicts = true;
  draft.months = [...(draft.months ?? []), ...months];
  return true;
};

function monthNumberIn(reader: Reader): readonly number[] | undefined {
  const found = take(reader, written.monthNumber);
  const month = Number(found?.number ?? found?.nth ?? 0);
  return month >= 1 && month <= 12 ? [month] : undefined;
}

/** Names of months, in lists and ranges. */
export function monthsIn(reader: Reader): readonly number[] | undefined {
  return listOf(reader, monthsOnce)?.flat();
}

function monthsOnce(reader: Reader): readonly number[] | undefined {
  while (take(reader, written.lead));
  const bounded = take(reader, written.bounds) !== undefined;
  const from = nameIn(reader);
  if (from === undefined) return undefined;
  const to = attempt(reader, () => {
    const goesOn = take(reader, written.to) ?? (bounded ? take(reader, written.and) : undefined);
    return goesOn && nameIn(reader);
  });
  if (to !== undefined) return monthsFrom(from, to);
  return bounded ? undefined : [from];
}

/** A month that is not part of a date. */
function nameIn(reader: Reader): number | undefined {
  const name = take(reader, written.month)?.month;
  return name === undefined ? undefined : monthOf(name);
}

/** "november to february" goes over the end of the year. */
export function monthsFrom(from: number, to: number): readonly number[] {
  const count = ((to - from + 12) % 12) + 1;
  return Array.from({ length: count }, (_, index) => ((from + index - 1) % 12) + 1);
}

/** "until june", "from 2027 on": up to the end of the year, or from its start; of years those that anybody plans for. */
export const readOpenMonths: Clause = (reader, draft) => {
  const { before, until, since, after } = written;
  const found = attempt(reader, () => {
    const way = [before, until, since, after].findIndex((each) => take(reader, each) !== undefined);
    if (way < 0) return undefined;
    const month = nameIn(reader);
    const year = yearIn(reader);
    if ((month === undefined) === (year === undefined)) return undefined;
    // "from january 5" is a date, "from april to september" has both ends.
    if (sees(reader, written.day) || sees(reader, written.to)) return undefined;
    // "until 2030" can be half past eight.
    if (year !== undefined && choose(reader, 2) === 1) return undefined;
    take(reader, written.onwards);
    return { way, month, year };
  });
  if (!found) return false;
  const { way, month, year } = found;
  const [first, last] = month === undefined ? [2000, 2099] : [1, 12];
  const named = (month ?? year)!;
  const values = [
    steps(first, 1, named),
    steps(first, 1, named + 1),
    steps(named, 1, last + 1),
    steps(named + 1, 1, last + 1),
  ][way]!;
  if (values.length === 0) return false;
  if (month === undefined) draft.years = values;
  else draft.months = values;
  return true;
};

/** Years that hold for everything else that is said. */
export const readYears: Clause = (reader, draft) => {
  const years = listOf(reader, yearsOnce)?.flat();
  if (!years) return false;
  draft.years = [...(draft.years ?? []), ...years];
  return true;
};

function yearsOnce(reader: Reader): readonly number[] | undefined {
  while (take(reader, written.yearLead));
  const bounded = take(reader, written.bounds) !== undefined;
  const from = yearIn(reader);
  if (from === undefined) return undefined;
  const to = attempt(reader, () => {
    const goesOn = take(reader, written.to) ?? (bounded ? take(reader, written.and) : undefined);
    return goesOn && yearIn(reader);
  });
  if (to === undefined) return bounded ? undefined : [from];
  // "from 2000 to 2200" can be times of the day.
  if (bounded && choose(reader, 2) === 1) return undefined;
  return to < from ? undefined : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A year, if it is not a date or a time. */
export function yearIn(reader: Reader): number | undefined {
  const found = take(reader, written.year)?.year;
  return found === undefined ? undefined : Number(found);
}
