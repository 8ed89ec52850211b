/** What has been understood of a phrase so far. */

/** The fields of the cron expression that comes out. */
export interface CronFields {
  second: string;
  minute: string;
  hour: string;
  dayOfMonth: string;
  month: string;
  dayOfWeek: string;
  year: string;
}

/** A word that a later one may refer to. */
export interface Mention {
  what:
    | 'number'
    | 'ordinal'
    | 'clock'
    | 'day'
    | 'unit'
    | 'month'
    | 'year'
    | 'range start'
    | 'range end';
  /** Of a number or ordinal. */
  value?: number;
  /** Numbers of a range. */
  first?: number | undefined;
  last?: number | undefined;
  firstHour?: number | undefined;
  /** The weekdays of a day, as they stand in the cron expression. */
  weekdays?: string;
  firstWeekday?: string | undefined;
  firstMonth?: string;
  firstYear?: number | undefined;
  /** The range was made by "and". */
  joined?: boolean;
  /** The range was begun by "between". */
  between?: boolean;
}

export interface Phrase {
  readonly fields: CronFields;
  readonly mentions: Mention[];
}

export function newPhrase(): Phrase {
  return {
    fields: {
      second: '0',
      minute: '*',
      hour: '*',
      dayOfMonth: '*',
      month: '*',
      dayOfWeek: '?',
      year: '*',
    },
    mentions: [],
  };
}

export function lastMention(phrase: Phrase): Mention | undefined {
  return phrase.mentions.at(-1);
}

/** The number of the last mention, which is taken away; undefined where that is no number and no ordinal. */
export function takeNumber({ mentions }: Phrase): { value: number; ordinal: boolean } | undefined {
  const last = mentions.at(-1);
  if (last?.value === undefined || (last.what !== 'number' && last.what !== 'ordinal'))
    return undefined;
  mentions.pop();
  return { value: last.value, ordinal: last.what === 'ordinal' };
}

const largestNumber = 2 ** 31 - 1;

/** A number as the parser holds it; undefined when it is too large. */
export function integerOf(digits: string): number | undefined {
  const value = Number(digits);
  return value > largestNumber ? undefined : value;
}
