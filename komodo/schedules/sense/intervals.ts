/** "every 5 minutes", "hourly", "twice a day": how often. */
import { addDays, groupBeside, groupFor } from './draft.ts';
import type { Clause, Draft } from './draft.ts';
import { attempt, choose, take, words } from './reader.ts';
import type { Reader } from './reader.ts';
import { number, numberOf, ordinal, ordinalOf, secondsOf, unit, unitOf } from './vocabulary.ts';
import type { Unit } from './vocabulary.ts';

const each = '(?:(?:once |in )?(?:every|each|per)(?: single| full| whole)?|any)';

const written = {
  half: words(
    `(?:${each} )?half(?: |-)(?:an? )?(?<unit>minute|hour|day)|half(?: ?|-)(?<adverb>hour)ly`,
  ),
  everyDay: words(
    '(?:7|seven) days (?:an?|per|each|every) week|365 days (?:an?|per) year|24 hours (?:an?|per) day',
  ),
  quarter: words(`(?:${each} )?(?<three>three |3 )?quarters?(?: |-)(?:of an? |an? )?hour(?:ly)?`),
  quarterly: words(`${each} quarters?|quarterly`),
  halfYear: words(`(?:semi|half)-?(?:yearly|annually)|${each} half year`),
  andAHalf: words(
    `${each} (?:(?:an? |one )?(?<one>minute|hour|day) and a half|(?<count>${number}) and a half (?<units>minutes|hours|days))`,
  ),
  fortnight: words(`(?:${each}|once an?) (?:alternate )?fortnight|fortnightly`),
  /** Every two of them, or two in each: nobody knows. */
  bi: words('bi-?(?<unit>hour|dai|week|month|year|annual)ly|biennially'),
  semi: words('semi-?(?<unit>dai|week|month)ly'),
  decade: words(`${each} decade|once a decade`),
  other: words(
    `(?:${each} (?:other|second|2nd|alternate)|(?:on )?alternat(?:e|ing)) (?<unit>${unit})`,
  ),
  ordinal: words(`${each} (?<ordinal>${ordinal}) (?<unit>${unit})`),
  counted: words(
    `(?:${each} )?(?<count>\\d{1,9}[.,]\\d|${number})(?: ?|-)(?<unit>${unit}|(?<=\\d)[smhdw])`,
  ),
  short: words(`(?:${each} )?(?<hours>\\d{1,3})h ?(?<minutes>\\d{1,3})(?:m|min)?`),
  further: words(
    `,? ?(?:and )?(?<count>${number}) ?(?<unit>minutes?|mins?|seconds?|secs?|[ms])(?! past| after)`,
  ),
  alone: words('(?:run )?(?:(?:an?|the) )?(?<unit>second|minute|hour|day|week|month|year)'),
  one: words(`(?:${each}|all|once an?|(?<part>of) (?:the|each|every|an?)) (?<unit>${unit})`),
  adverb: words('(?<unit>minute|hour|week|month|year)ly|(?<day>daily|everyday)|annually'),
  times: words(
    `(?:once|(?<twice>twice)|(?<thrice>thrice)|(?<count>${number})(?: times?| ?x))(?: |-)` +
      `(?:(?:(?:an?|per|each|every|in an?) )(?<unit>${unit})|(?<adverb>hour|dai|week|month|year)ly)`,
  ),
};

interface Interval {
  readonly count: number;
  readonly unit: Unit;
}

export const readInterval: Clause = (reader, draft) => {
  const found = attempt(reader, intervalIn);
  if (!found) return false;
  const { count, unit: of } = found;
  // "every monday of the month" is every Monday.
  if (found.part && (of === 'week' || of === 'month' || of === 'year')) return true;
  if (of === 'day' && found.nth && choose(reader, 2) === 1) {
    // "every 15th day" can be the 15th.
    addDays(draft, { kind: 'days', days: [count] });
    return true;
  }
  const often = of === 'second' || of === 'minute' || of === 'hour';
  const beside = often ? groupBeside(draft, 'clocks') : undefined;
  const { every } = beside ?? groupFor(draft, often ? 'times' : 'days');
  every[of] = Math.max(count, every[of] ?? 0);
  return true;
};

function intervalIn(reader: Reader): (Interval & { nth?: boolean; part?: boolean }) | undefined {
  const half = take(reader, written.half);
  if (half) return wholeUnits(0.5, unitOf(half.unit ?? half.adverb!));
  if (take(reader, written.everyDay)) return { count: 1, unit: 'day' };
  const quarter = take(reader, written.quarter);
  if (quarter) return { count: quarter.three === undefined ? 15 : 45, unit: 'minute' };
  if (take(reader, written.quarterly)) return { count: 3, unit: 'month' };
  if (take(reader, written.halfYear)) return { count: 6, unit: 'month' };
  const andAHalf = take(reader, written.andAHalf);
  if (andAHalf) {
    const { one, count, units } = andAHalf;
    return wholeUnits(numberOf(count ?? 'one') + 0.5, unitOf(one ?? units!));
  }
  if (take(reader, written.fortnight)) return { count: 2, unit: 'week' };
  if (take(reader, written.decade)) return { count: 10, unit: 'year' };
  const other = take(reader, written.other);
  if (other) return { count: 2, unit: unitOf(other.unit!) };
  const nth = take(reader, written.ordinal);
  if (nth) {
    const count = ordinalOf(nth.ordinal!);
    return { count, unit: unitOf(nth.unit!), nth: count > 4 };
  }
  const short = take(reader, written.short);
  if (short) return wholeUnits(Number(short.hours) * 60 + Number(short.minutes), 'minute');
  const counted = take(reader, written.counted);
  if (counted) return countedInterval(reader, counted.count!, unitOf(counted.unit!));
  const one = take(reader, written.one);
  if (one) return { count: 1, unit: unitOf(one.unit!), part: one.part !== undefined };
  const adverb = take(reader, written.adverb);
  if (adverb) return { count: 1, unit: adverb.day ? 'day' : unitOf(adverb.unit ?? 'year') };
  return undefined;
}

/** "1 hour and 30 minutes" is one interval. */
function countedInterval(reader: Reader, count: string, of: Unit): Interval | undefined {
  const value = numberOf(count.replace(',', '.'));
  const further = of === 'hour' || of === 'minute' ? take(reader, written.further) : undefined;
  if (!further) return wholeUnits(value, of);
  const smaller = unitOf(further.unit!) as 'minute' | 'second';
  const seconds = value * secondsOf[of as 'hour'] + numberOf(further.count!) * secondsOf[smaller];
  return wholeUnits(seconds, 'second');
}

/** The same in a unit of which it is a whole number; 90 minutes stay 90 minutes. */
function wholeUnits(count: number, of: Unit): Interval | undefined {
  if (Number.isInteger(count) && of !== 'second') return { count, unit: of };
  if (!isFixed(of)) return undefined;
  const seconds = count * secondsOf[of];
  for (const larger of ['hour', 'minute', 'second'] as const)
    if (seconds % secondsOf[larger] === 0)
      return { count: seconds / secondsOf[larger], unit: larger };
  return undefined;
}

function isFixed(of: Unit): of is keyof typeof secondsOf {
  return of in secondsOf;
}

/** "Run second": a unit alone. */
export const readUnitAlone: Clause = (reader, draft) => {
  const found = draft.clauses.length === 0 && take(reader, written.alone);
  if (!found || reader.at < reader.text.trimEnd().length) return false;
  const of = unitOf(found.unit!);
  groupFor(draft, of === 'second' || of === 'minute' || of === 'hour' ? 'times' : 'days').every[
    of
  ] = 1;
  return true;
};

/** "twice a day", "3 times an hour". */
export const readTimesPer: Clause = (reader, draft) => {
  if (readTwicePer(reader, draft)) return true;
  const found = take(reader, written.times);
  if (!found) return false;
  const { twice, thrice, count, unit: per, adverb } = found;
  const times = twice ? 2 : thrice ? 3 : numberOf(count ?? 'one');
  const of = unitOf(per ?? (adverb === 'dai' ? 'day' : adverb!));
  if (times === 1)
    groupFor(draft, of === 'hour' || of === 'minute' ? 'times' : 'days').every[of] = 1;
  else groupFor(draft, 'times').times = { count: times, per: of };
  return true;
};

/** "biweekly", "semimonthly". */
function readTwicePer(reader: Reader, draft: Draft): boolean {
  const bi = take(reader, written.bi);
  const found = bi ?? take(reader, written.semi);
  if (!found) return false;
  const { unit: said = 'year' } = found;
  const of = said === 'annual' ? 'year' : said === 'dai' ? 'day' : unitOf(said);
  // "biannually" is twice a year, "biennially" every two years.
  const isTwice = !bi || said === 'annual' || (found.unit !== undefined && choose(reader, 2) === 1);
  if (isTwice) groupFor(draft, 'times').times = { count: 2, per: of };
  else groupFor(draft, of === 'hour' ? 'times' : 'days').every[of] = 2;
  return true;
}
