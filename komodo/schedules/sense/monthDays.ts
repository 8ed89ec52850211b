/** "the 1st and 15th", "first monday of the month", "last day of march": days by their place in the month. */
import { addDays } from './draft.ts';
import type { Clause, DayPoint } from './draft.ts';
import { monthsIn } from './months.ts';
import { attempt, choose, listOf, sees, take, words } from './reader.ts';
import type { Reader } from './reader.ts';
import { ordinal, ordinalOf, unit, weekday, weekdayOf } from './vocabulary.ts';

const each = '(?:the|each|every|a|any|all)';

const written = {
  lead: words('(?<every>every|each)|only|just|on|at|the'),
  the: words('on|the'),
  bounds: words('from|between'),
  place: words(`(?<place>${ordinal}|last|final)`),
  to: /(?:to|until|till|til|through|thru)(?![a-z])|-/y,
  and: words('and'),
  weekday: words(`(?<name>${weekday})\\.?`),
  workday: words('(?:week|work|working|business)(?: ?|-)day'),
  unit: words('(?:second|minute|hour|week|month|year)s?'),
  dayOfWeek: words(`days? of ${each} week`),
  day: words('(?:calendar )?days?'),
  ofMonth: words(`(?:(?:of|in|for) (?:${each} )?|${each} )months?|monthly`),
  of: words('of|in|for'),
  ofQuarter: words(`(?:of|in) ${each} quarters?`),
  ofYear: words(`(?:of|in) ${each} years?`),
  dayNumbers: words('(?:calendar )?days?(?: number)?'),
  number: words(
    `(?:the )?(?:day )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?! ?(?:${unit}|[ap]\\.?m\\b|o'? ?clock|[:.h]\\d|\\d(?!\\d?:\\d\\d)))(?!\\d)`,
  ),
  numberOfMonth: words(`(?:the )?(?<day>\\d{1,2}) (?:of|in) ${each} months?`),
  theNumber: words(
    `on the (?<day>\\d{1,2})(?! ?(?:${unit}|[ap]\\.?m\\b|o'? ?clock|past|after|[:.h/]\\d|\\d))`,
  ),
  edge: words(
    `(?:at |on )?(?:the )?(?:(?<start>start|beginning)|(?<middle>middle)|end) of (?:${each} )?month`,
  ),
};

/** Days that are counted. */
export const readMonthDays: Clause = (reader, draft) => {
  const points = listOf(reader, () => attempt(reader, dayNumbersIn) ?? nthIn(reader));
  if (!points) return false;
  addDays(draft, ...points);
  return true;
};

function nthIn(reader: Reader): DayPoint | undefined {
  const { at } = reader;
  const every = skipLead(reader);
  const places = placesIn(reader);
  if (!places) return undefined;
  if (sees(reader, written.unit) || sees(reader, written.dayOfWeek)) return undefined;
  const inDigits = /\d/.test(reader.text.slice(at, reader.at));
  const name = take(reader, written.weekday)?.name;
  if (name !== undefined) {
    const nth = places.map((place) => ({ nth: place, weekday: weekdayOf(name) }));
    const months = monthsOf(reader, places);
    return nth.some((each) => Number(each.nth) > 5) ? undefined : { kind: 'nth', nth, ...months };
  }
  if (take(reader, written.workday)) {
    const months = monthsOf(reader, places);
    // Cron knows the first workday of a month, and no other.
    return places.length === 1 && places[0] === 1
      ? { kind: 'days', days: ['first workday'], ...months }
      : { kind: 'beyond', says: `the ${wordOf(places[0]!)} weekday of a month` };
  }
  const named = take(reader, written.day) !== undefined;
  const months = monthsOf(reader, places);
  // "every 2nd day" is an interval, and can be one with "of the month" behind it.
  if (every && named && (!months || choose(reader, 2) === 1)) return undefined;
  return named || months || inDigits ? { kind: 'days', days: places, ...months } : undefined;
}

function wordOf(place: MonthDayPlace): string {
  return place === 'last' ? place : (['first', 'second', 'third'][place - 1] ?? `${place}th`);
}

/** Whether there was an "every". */
function skipLead(reader: Reader): boolean {
  let every = false;
  for (let lead; (lead = take(reader, written.lead));) every ||= lead.every !== undefined;
  return every;
}

function placesIn(reader: Reader): readonly MonthDayPlace[] | undefined {
  return listOf(reader, () => {
    const bounded = take(reader, written.bounds) !== undefined;
    const from = placeIn(reader);
    if (from === undefined || from === 'last')
      return bounded || from === undefined ? undefined : [from];
    const to = attempt(reader, () => {
      const goesOn = take(reader, written.to) ?? (bounded ? take(reader, written.and) : undefined);
      return goesOn && placeIn(reader);
    });
    if (to === undefined) return bounded ? undefined : [from];
    return daysFrom(from, to);
  })?.flat();
}

type MonthDayPlace = number | 'last';

function placeIn(reader: Reader): MonthDayPlace | undefined {
  while (take(reader, written.the));
  const place = take(reader, written.place)?.place;
  if (place === undefined) return undefined;
  return place === 'last' || place === 'final' ? 'last' : ordinalOf(place);
}

/** Up to the end of the month where that is the end. */
export function daysFrom(from: number, to: MonthDayPlace): readonly number[] | undefined {
  const last = to === 'last' ? 31 : to;
  return last < from || last > 31
    ? undefined
    : Array.from({ length: last - from + 1 }, (_, index) => from + index);
}

/** Which months a counted day is of; no months for "of the month", undefined where nothing is said. */
function monthsOf(
  reader: Reader,
  places: readonly MonthDayPlace[],
): { months?: readonly number[] } | undefined {
  if (take(reader, written.ofMonth)) return {};
  const isFirst = places.every((place) => place === 1);
  const isLast = places.every((place) => place === 'last');
  if (isFirst || isLast) {
    if (take(reader, written.ofQuarter)) return { months: isFirst ? [1, 4, 7, 10] : [3, 6, 9, 12] };
    if (take(reader, written.ofYear)) return { months: isFirst ? [1] : [12] };
  }
  const months = attempt(reader, () => {
    take(reader, written.of);
    return monthsIn(reader);
  });
  return months && { months };
}

/** "day 15", "days 1-7", "the 15 of each month". */
function dayNumbersIn(reader: Reader): DayPoint | undefined {
  const edge = take(reader, written.edge);
  if (edge) return { kind: 'days', days: [edge.start ? 1 : edge.middle ? 15 : 'last'] };
  const theNumber = take(reader, written.theNumber)?.day;
  if (theNumber !== undefined) return { kind: 'days', days: [Number(theNumber)] };
  const every = skipLead(reader);
  const ofMonth = take(reader, written.numberOfMonth)?.day;
  if (ofMonth !== undefined) return { kind: 'days', days: [Number(ofMonth)] };
  if (!take(reader, written.dayNumbers)) return undefined;
  const days = listOf(reader, numbersIn)?.flat();
  const months = days && monthsOf(reader, days);
  // "every day 15" may have lost its "at".
  return days && (!every || months) ? { kind: 'days', days, ...months } : undefined;
}

/** Days of a month in figures. */
export function numbersIn(reader: Reader): readonly number[] | undefined {
  const from = take(reader, written.number)?.day;
  if (from === undefined) return undefined;
  const to = attempt(reader, () => take(reader, written.to) && take(reader, written.number)?.day);
  return to === undefined ? [Number(from)] : daysFrom(Number(from), Number(to));
}
