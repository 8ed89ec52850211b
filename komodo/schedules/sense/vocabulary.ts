/** The words people say times and dates with: parts of patterns to find them by, and what they stand for. */

const numberWords = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, value) => [word, value] as const),
);
for (const [word, value] of [
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['ninety', 90],
] as const)
  numberWords.set(word, value);
for (const tens of ['twenty', 'thirty', 'forty', 'fifty'])
  for (let ones = 1; ones < 10; ones++) {
    const [word] = [...numberWords].find(([, value]) => value === ones)!;
    const value = numberWords.get(tens)! + ones;
    numberWords.set(`${tens}-${word}`, value).set(`${tens} ${word}`, value);
  }

const ordinalWords = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third ' +
  'twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'
).split(' ');

/** The longer of two words that begin alike has to be tried first. */
const anyOf = (words: Iterable<string>) =>
  `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;

/** A whole number without a sign, in digits or as a word. */
export const number = `(?:\\d{1,9}|${anyOf(numberWords.keys())})`;

export function numberOf(text: string): number {
  return numberWords.get(text.replace(/ +/g, ' ')) ?? Number(text);
}

/** "1st", "first". */
export const ordinal = `(?:\\d{1,2}(?:st|nd|rd|th)|${anyOf(ordinalWords)})`;

export function ordinalOf(text: string): number {
  return ordinalWords.indexOf(text) + 1 || Number.parseInt(text, 10);
}

/** One weekday by name, "mondays" and "monday's" too. */
export const weekday =
  "(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'?s)?)";

const weekdayStarts = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** 0 is Sunday. */
export function weekdayOf(text: string): number {
  return weekdayStarts.indexOf(text.slice(0, 3));
}

/** Words for several weekdays. */
export const weekdayGroup =
  "(?:(?:week|work|working|business)(?: ?|-)days?|week(?: ?|-)ends?|week(?: ?|-)nights?|m ?- ?f)(?:'s)?";

export function weekdaysOfGroup(text: string): readonly number[] {
  return text.includes('end') ? [6, 0] : workdays;
}

export const workdays: readonly number[] = [1, 2, 3, 4, 5];

export const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december' +
  '|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';

const monthStarts = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** 1 is January. */
export function monthOf(text: string): number {
  return monthStarts.indexOf(text.slice(0, 3)) + 1;
}

/** A year that a schedule could be about. */
export const year = '(?:19|20|21)\\d\\d';

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A unit of time, written out or shortened as "min". */
export const unit =
  '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|years?|yrs?)';

/** As it can stand behind the digits: "5m". */
export const unitLetter = '[smhdw]';

/** @param text what `unit` or `unitLetter` found */
export function unitOf(text: string): Unit {
  const first = text.slice(0, 2);
  return unitStarts.find(([start]) => start.startsWith(first))![1];
}

/** "m" is for minutes and never for months. */
const unitStarts: readonly (readonly [string, Unit])[] = [
  ['se', 'second'],
  ['mi', 'minute'],
  ['ho', 'hour'],
  ['hr', 'hour'],
  ['da', 'day'],
  ['we', 'week'],
  ['wk', 'week'],
  ['mo', 'month'],
  ['ye', 'year'],
  ['yr', 'year'],
];

/** How many seconds a unit has, for those that always have the same. */
export const secondsOf = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;
