/** The words of a phrase that mean something to Core; everything between them is passed over. */

export type TokenKind =
  | 'ordinal'
  | 'number'
  | 'clock'
  | 'day'
  | 'second'
  | 'minute'
  | 'hour'
  | 'month'
  | 'year'
  | 'range start'
  | 'range end';

export interface Token {
  readonly text: string;
  /** Left out for a word that is found and then means nothing ("hr", "1ST"). */
  readonly kind?: TokenKind;
}

const months =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december' +
  '|jan|feb|mar|apr|may|jun|jul|aug|sept|oct|nov|dec)';
const weekdays =
  '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|mon|tue|wed|thu|fri|sat|sun)';
/** Words joined by commas and "and" are one token. */
const inList = (word: string) => `${word}(?: ?and)?,? ?`;
const listOf = (word: string) => `(?:${inList(word)})+`;

/** Where words begin alike the first alternative wins, so the order matters. */
const anyToken = new RegExp(
  [
    'seconds|second|secs|sec',
    'hours?|hrs?',
    'minutes?|mins?|min',
    // "January month" is one token too, and then of no kind.
    `(?:months?|${inList(months)})+`,
    '[0-9]+(?:th|nd|rd|st)',
    '(?:[0-9]+:)?[0-9]+ ?(?:am|pm)',
    '[0-9]+:[0-9]+',
    'noon|midnight',
    `(?:days?|${inList(weekdays)})+`,
    listOf('[0-9]{4}[0-9]*'),
    '[0-9]+',
    'only on',
    'to|through|ending|end|and',
    'between|starting|start',
  ].join('|'),
  'giu',
);

/** The first that fits says what a token is. Some heed the case where the search above does not. */
const kinds: readonly (readonly [TokenKind, RegExp])[] = [
  ['ordinal', /^[0-9]+(?:th|nd|rd|st)$/u],
  ['number', /^[0-9]+$/u],
  ['clock', /^(?:[0-9]+:)?[0-9]+ *(?:am|pm)$|^[0-9]+:[0-9]+$|noon|midnight/iu],
  ['day', new RegExp(`^(?:days?|${listOf(weekdays)})$`, 'iu')],
  ['second', /sec/iu],
  ['minute', /min/iu],
  ['hour', /hour|hrs/iu],
  ['month', new RegExp(`^(?:months?|${listOf(months)})$`, 'iu')],
  ['year', /^[0-9]{4}/u],
  ['range start', /between|start/iu],
  ['range end', /to|through|end|and/iu],
];

export function tokensOf(phrase: string): readonly Token[] {
  const text = phrase.replaceAll(', ', ' and ').replaceAll(' and only on', ' only on');
  return [...text.matchAll(anyToken)].map(([found]) => {
    const token = found.trim();
    const kind = kinds.find(([, pattern]) => pattern.test(token))?.[0];
    return kind === undefined ? { text: token } : { text: token, kind };
  });
}
