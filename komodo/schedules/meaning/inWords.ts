/** What cron expressions do, in the words of a sentence: "every day at 03:00", "every minute on Mondays". */
import type { Cron } from '../cron/cron.ts';
import { daysInWords } from './daysInWords.ts';
import { listInWords } from './lists.ts';
import { clocksOf, timesInWords } from './timesInWords.ts';

/** Of several expressions together: "on Mondays at 09:00, and on Fridays at 17:00". */
export function runsInWords(crons: readonly Cron[]): string {
  const byDays = new Map<string, Cron[]>();
  for (const cron of crons) {
    const days = daysInWords(cron);
    byDays.set(days, [...(byDays.get(days) ?? []), cron]);
  }
  return [...byDays].map(([days, alike]) => onDays(days, alike)).join(', and ');
}

function onDays(days: string, crons: readonly Cron[]): string {
  const clocks = crons.map(clocksOf);
  const everyDay = days === '' || days.startsWith('in ') ? `every day ${days}`.trim() : days;
  if (clocks.every((some) => some !== undefined))
    return `${everyDay} at ${listInWords([...new Set(clocks.flat())].sort())}`;
  const times = crons.map((cron, place) => {
    const few = clocks[place];
    return few ? `at ${listInWords(few)}` : timesInWords(cron);
  });
  if (times.every((time) => /^at \d/.test(time))) return `${everyDay} ${times.join(' and ')}`;
  const partly = times.some((time) => / from | in the /.test(time));
  return [times.join(' and '), partly ? everyDay : days].filter(Boolean).join(' ');
}
