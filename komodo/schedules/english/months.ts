/** "month", "January to March". */
import { lastMention, takeNumber } from './phrase.ts';
import type { Phrase } from './phrase.ts';

const monthNames = [
  'JAN',
  'FEB',
  'MAR',
  'APR',
  'MAY',
  'JUN',
  'JUL',
  'AUG',
  'SEP',
  'OCT',
  'NOV',
  'DEC',
];

export function readMonth(token: string, phrase: Phrase): void {
  const goesOn = /^months?$/iu.test(token) ? readAnyMonth(phrase) : readNamedMonths(token, phrase);
  if (goesOn) phrase.mentions.push({ what: 'month', firstMonth: phrase.fields.month });
}

function readAnyMonth(phrase: Phrase): true {
  const { fields } = phrase;
  const last = lastMention(phrase);
  const number = takeNumber(phrase);
  if (number) fields.month = String(number.value);
  else if (last?.what === 'range end') fields.dayOfMonth = `${last.first ?? 0},${last.last ?? 0}`;
  else fields.month = '*';
  return true;
}

/** False where the months are part of a range, which takes them up. */
function readNamedMonths(token: string, phrase: Phrase): boolean {
  const { fields, mentions } = phrase;
  const written = [...token.matchAll(/jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/giu)].map(
    ([name]) => name.toUpperCase(),
  );
  fields.month = '';
  const number = takeNumber(phrase);
  if (number) fields.dayOfMonth = String(number.value);
  else {
    const last = mentions.pop();
    // What a range begins with is forgotten again, so its month stays empty.
    if (last?.what === 'range start') return false;
    if (last?.what === 'range end') {
      if (last.last !== undefined) {
        fields.dayOfWeek = '?';
        if (last.first !== undefined) fields.dayOfMonth = `${last.first}-${last.last}`;
      }
      if (last.firstMonth !== undefined) fields.month = `${last.firstMonth}-${written[0]!}`;
      return false;
    }
  }
  fields.month = monthNames.filter((name) => written.includes(name)).join(',');
  return true;
}
