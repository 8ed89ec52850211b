/** What cron can say at once. A schedule in English can need several. */

/** What a weekday or a day of the month is marked with in cron: `5`, `5#2`, `5L`; `15`, `L`, `1W`. */
export type CronItem = number | string;

/** Local times: those that fit all fields. Undefined fits every value. */
export interface Rule {
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days?: readonly CronItem[] | undefined;
  readonly months?: readonly number[] | undefined;
  readonly weekdays?: readonly CronItem[] | undefined;
  readonly years?: readonly number[] | undefined;
}

const fields = ['seconds', 'minutes', 'hours', 'days', 'months', 'weekdays', 'years'] as const;

/** As few rules as mean the same: two that differ in one field only are one. */
export function merged(rules: readonly Rule[]): readonly Rule[] {
  const left = [...rules];
  for (let one = 0; one < left.length; one++)
    for (let other = one + 1; other < left.length; other++) {
      const both = joined(left[one]!, left[other]!);
      if (!both) continue;
      left[one] = both;
      left.splice(other, 1);
      // What is larger now can take up what it could not before.
      one = -1;
      break;
    }
  return left;
}

function joined(one: Rule, other: Rule): Rule | undefined {
  const different = fields.filter((field) => keyOf(one[field]) !== keyOf(other[field]));
  if (different.length > 1) return undefined;
  const [field] = different;
  if (field === undefined) return one;
  const [these, those] = [one[field], other[field]];
  return { ...one, [field]: these && those && sorted([...these, ...those]) };
}

function keyOf(items: readonly CronItem[] | undefined): string {
  return items ? sorted(items).join() : '*';
}

export function sorted<Item extends CronItem>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)].sort(
    (a, b) =>
      Number.parseInt(String(a), 10) - Number.parseInt(String(b), 10) ||
      String(a).localeCompare(String(b)),
  );
}
