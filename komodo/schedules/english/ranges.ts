/** "between", "from 5 to 10", "through", "and". */
import { lastMention } from './phrase.ts';
import type { Phrase } from './phrase.ts';

export function readRangeStart(token: string, { mentions }: Phrase): void {
  mentions.push({ what: 'range start', between: /between/iu.test(token) });
}

/** Makes the last mention the beginning of a range. */
export function readRangeEnd(token: string, phrase: Phrase): void {
  const last = lastMention(phrase);
  if (!last) return;
  last.joined = /and/iu.test(token);
  if (last.what === 'number' || last.what === 'ordinal') last.first = last.value;
  else if (last.what === 'day') last.firstWeekday = last.weekdays;
  last.what = 'range end';
}
