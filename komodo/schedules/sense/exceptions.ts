/** "except sundays", "but not in august": what is left out of the days that were told. */
import type { Clause } from './draft.ts';
import { monthsIn } from './months.ts';
import { attempt, listOf, take, words } from './reader.ts';
import type { Reader } from './reader.ts';
import { weekdaysIn } from './weekdays.ts';

const written = {
  except: words(
    '(?:except|excepting|exception of|excluding|excl|exclude|excludes|but|not|never|without|skip|skips|skipping|' +
      'omit|omitting|unless|no|other than|apart from|aside from|besides)\\.?',
  ),
  filler: words("for|on|in|the|during|not|at|every|it is|it's|if|any|each"),
  day: words(
    '(?:on )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)(?: of (?:the|each|every) month)?|day (?<number>\\d{1,2})',
  ),
};

type Without = Readonly<Partial<Record<'weekdays' | 'days' | 'months', readonly number[]>>>;

export const readExceptions: Clause = (reader, draft) => {
  if (!take(reader, written.except)) return false;
  const found = listOf(reader, exceptionIn);
  for (const { weekdays = [], days = [], months = [] } of found ?? []) {
    draft.without.weekdays.push(...weekdays);
    draft.without.days.push(...days);
    draft.without.months.push(...months);
  }
  return found !== undefined;
};

function exceptionIn(reader: Reader): Without | undefined {
  while (take(reader, written.filler));
  const weekdays = attempt(reader, weekdaysIn);
  if (weekdays) return { weekdays };
  const day = take(reader, written.day);
  if (day) return { days: [Number(day.day ?? day.number)] };
  const months = attempt(reader, monthsIn);
  return months && { months };
}
