/** "2026 and 2027": years joined to a list; one alone is a number. */
import { valueError } from './error.ts';
import { lastMention } from './phrase.ts';
import type { Phrase } from './phrase.ts';

export function readYears(token: string, phrase: Phrase): void {
  const { fields, mentions } = phrase;
  const years = [...token.matchAll(/[0-9]+/g)]
    .map(([digits]) => digits)
    .filter((digits) => digits.length === 4)
    .map(Number);
  const last = lastMention(phrase);
  if (last?.what === 'range start') last.firstYear = years[0];
  else if (last?.what === 'range end') {
    fields.year = `${last.firstYear ?? 0}-${years[0] ?? 0}`;
    mentions.pop();
  } else {
    if (years.length === 0) throw valueError('year', `value ${token} is not a year format`);
    fields.year = years.join(',');
    mentions.push({ what: 'year' });
  }
}
