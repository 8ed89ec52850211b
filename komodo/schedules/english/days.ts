/** "day", "Monday and Friday", "weekend". */
import { lastMention, takeNumber } from './phrase.ts';
import type { Phrase } from './phrase.ts';

const weekdayNames = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

export function readDay(token: string, phrase: Phrase): void {
  if (/^days?$/iu.test(token)) readAnyDay(phrase);
  else readWeekdays(token, phrase);
}

function readAnyDay(phrase: Phrase): void {
  const { fields, mentions } = phrase;
  fields.dayOfWeek = '?';
  if (fields.minute === '*') fields.minute = '0';
  if (fields.hour === '*') fields.hour = '0';
  const first = mentions.length === 0;
  const number = takeNumber(phrase);
  if (number) fields.dayOfMonth = number.ordinal ? String(number.value) : `*/${number.value}`;
  else fields.dayOfMonth = first ? '*/1' : '*';
  mentions.push({ what: 'day', weekdays: fields.dayOfWeek });
}

function readWeekdays(token: string, phrase: Phrase): void {
  const { fields, mentions } = phrase;
  const written = [...token.matchAll(/mon|tue|wed|thu|fri|sat|sun|weekend/giu)].map(([name]) =>
    name.toUpperCase(),
  );
  fields.dayOfWeek = '';
  const last = lastMention(phrase);
  if (last?.what === 'range start') {
    last.firstWeekday = written[0];
    return;
  }
  fields.dayOfMonth = '?';
  if (last?.what === 'range end') {
    if (last.firstWeekday !== undefined) fields.dayOfWeek = `${last.firstWeekday}-${written[0]!}`;
    mentions.pop();
    return;
  }
  const named = weekdayNames.filter((name) => written.includes(name));
  const weekend = written.includes('WEEKEND') ? ['SAT', 'SUN'] : [];
  fields.dayOfWeek = [...new Set([...named, ...weekend])].join(',');
  mentions.length = 0;
  mentions.push({ what: 'day', weekdays: fields.dayOfWeek });
}
