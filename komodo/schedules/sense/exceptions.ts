/** "except sundays", "but not in august": what is left out of the days that were told. */
import type { Clause, Window } from './draft.ts';
import { secondOf, windowIn } from './hours.ts';
import { monthsIn } from './months.ts';
import { clockIn, partIn } from './clocks.ts';
import { spanOf } from './partsOfDay.ts';
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

interface Without {
  readonly weekdays?: readonly number[];
  readonly days?: readonly number[];
  readonly months?: readonly number[];
  readonly times?: readonly Window[];
}

export const readExceptions: Clause = (reader, draft) => {
  if (!take(reader, written.except)) return false;
  const found = listOf(reader, exceptionIn);
  for (const { weekdays = [], days = [], months = [], times = [] } of found ?? []) {
    draft.without.weekdays.push(...weekdays);
    draft.without.days.push(...days);
    draft.without.months.push(...months);
    draft.groups.at(-1)!.without.push(...times);
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
  if (months) return { months };
  const times = attempt(reader, timesIn);
  return times && { times };
}

/** "3:00", "between 1:00 and 5:00", "night": the last minute of it is left out, too. */
function timesIn(reader: Reader): readonly Window[] | undefined {
  const part = attempt(reader, partIn);
  if (part) return [spanOf(part)];
  const window = attempt(reader, () => windowIn(reader, false));
  if (window) return [{ ...window, to: window.to + 1 }];
  const clock = attempt(reader, clockIn);
  return clock && [{ from: secondOf(clock), to: secondOf(clock) + 1 }];
}
