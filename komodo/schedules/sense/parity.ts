/** "on even days", "every odd hour": every other one, and which of the two. */
import { addDays, groupFor } from './draft.ts';
import type { Clause } from './draft.ts';
import { take, words } from './reader.ts';
import { steps } from './timesOfDay.ts';
import { secondsOf, unitOf } from './vocabulary.ts';

const written = words(
  '(?:(?:on|in|at|during|every|each|all) )*(?:the )?(?<which>even|odd)(?: |-)?(?:numbered )?(?:calendar )?' +
    '(?<unit>minutes?|hours?|days?|weeks?|months?)(?: of (?:the|each|every|a) (?:hour|day|month|year))?',
);

export const readParity: Clause = (reader, draft) => {
  const found = take(reader, written);
  if (!found) return false;
  const isOdd = found.which === 'odd';
  const of = unitOf(found.unit!);
  if (of === 'day') addDays(draft, { kind: 'days', days: steps(isOdd ? 1 : 2, 2, 32) });
  else if (of === 'month') draft.months = steps(isOdd ? 1 : 2, 2, 13);
  // Weeks are not numbered for cron, which has not even every other one.
  else if (of === 'week') groupFor(draft, 'days').every.week = 2;
  else if (of === 'hour' || of === 'minute') {
    const group = groupFor(draft, 'times');
    group.every[of] = 2;
    group.start = isOdd ? secondsOf[of] : 0;
  }
  return true;
};
