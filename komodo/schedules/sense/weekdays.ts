/** "monday to friday", "on weekends", "every other monday". */
import { addDays, groupFor } from './draft.ts';
import type { Clause, Draft } from './draft.ts';
import { attempt, choose, listOf, take, words } from './reader.ts';
import type { Reader } from './reader.ts';
import {
  number,
  numberOf,
  weekday,
  weekdayGroup,
  weekdayOf,
  weekdaysOfGroup,
} from './vocabulary.ts';

const written = {
  lead: words('only|just|on|every|each|any|all|the|a|days?|of'),
  group: words(`(?<group>${weekdayGroup})`),
  name: words(`(?<name>${weekday})(?:\\.(?!\\.))?`),
  bounds: words('from|between'),
  to: /(?:to|until|till|til|through|thru|up to)(?![a-z])|\.\.|-/y,
  and: words('and'),
  everyOther: words(
    `(?:on )?(?:(?:every|each) (?:(?<other>other|alternate|second)|(?<count>${number}))|alternat(?:e|ing)) (?:(?<name>${weekday})|(?<weekend>week(?: |-)?ends?))(?! (?:of|in))`,
  ),
  everyOtherWorkday: words(
    `(?:on )?(?:(?:every|each) (?:other|alternate|second|(?<count>${number}))|alternat(?:e|ing)) (?:week|work|working|business)(?: ?|-)days?(?! of)`,
  ),
};

/** Weekdays by name, in lists and ranges. */
export const readWeekdays: Clause = (reader, draft) => {
  const { at, text } = reader;
  const weekdays = weekdaysIn(reader);
  if (!weekdays) return false;
  const all = allOf.test(text.slice(at, reader.at));
  addDays(draft, { kind: 'weekdays', weekdays, ...(all && { all }) });
  return true;
};

const allOf = /\b(?:every|each|any|all)\b|days\b|days?'s\b|ends\b/;

/** Names that follow each other without a comma are a list too. */
export function weekdaysIn(reader: Reader): readonly number[] | undefined {
  const found: number[] = [];
  for (;;) {
    const more = listOf(reader, weekdaysOnce);
    if (!more) return found.length === 0 ? undefined : found;
    found.push(...more.flat());
  }
}

function weekdaysOnce(reader: Reader): readonly number[] | undefined {
  while (take(reader, written.lead));
  const group = take(reader, written.group)?.group;
  if (group !== undefined) return weekdaysOfGroup(group);
  const bounded = take(reader, written.bounds) !== undefined;
  const from = nameIn(reader);
  if (from === undefined) return undefined;
  const to = attempt(reader, () =>
    (take(reader, written.to) ?? (bounded ? take(reader, written.and) : undefined))
      ? nameIn(reader)
      : undefined,
  );
  if (to !== undefined) return weekFrom(from, to);
  return bounded ? undefined : [from];
}

function nameIn(reader: Reader): number | undefined {
  const name = take(reader, written.name)?.name;
  return name === undefined ? undefined : weekdayOf(name);
}

/** "friday to monday" goes over the end of the week. */
function weekFrom(from: number, to: number): readonly number[] {
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => (from + index) % 7);
}

/** Counted on over the weekend it would be no schedule; this is what people write for it. */
const everyOtherWorkday = [1, 3, 5];

/** Every so many weeks on one weekday; "every second friday" can also be that of the month. */
export const readEveryOther: Clause = (reader, draft) => {
  const found = take(reader, written.everyOther);
  if (!found) return readEveryOtherWorkday(reader, draft);
  const { other, count, name, weekend } = found;
  const weekdays = weekend === undefined ? [weekdayOf(name!)] : weekdaysOfGroup(weekend);
  if (other === 'second' && choose(reader, 2) === 1) {
    addDays(draft, { kind: 'nth', nth: weekdays.map((weekday) => ({ nth: 2, weekday })) });
    return true;
  }
  addDays(draft, { kind: 'weekdays', weekdays });
  groupFor(draft, 'days').every.week = count === undefined ? 2 : numberOf(count);
  return true;
};

function readEveryOtherWorkday(reader: Reader, draft: Draft): boolean {
  const found = take(reader, written.everyOtherWorkday);
  const count = numberOf(found?.count ?? 'two');
  if (!found || count < 2) return false;
  addDays(
    draft,
    count === 2
      ? { kind: 'weekdays', weekdays: everyOtherWorkday }
      : { kind: 'beyond', says: `every ${count} weekdays` },
  );
  return true;
}
