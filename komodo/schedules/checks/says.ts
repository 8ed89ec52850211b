/** What a schedule in English says, in other words. */
import { readCron } from '../cron/cron.ts';
import type { Cron } from '../cron/cron.ts';
import { firesAlike } from '../meaning/alike.ts';
import { daysInWords } from '../meaning/daysInWords.ts';
import { runsInWords } from '../meaning/inWords.ts';
import { cronText } from '../sense/cronText.ts';
import type { Reading } from '../sense/sense.ts';
import { atSecond } from '../sense/timesOfDay.ts';

/** A way to take a schedule, with the expressions that mean it: none where cron cannot say it. */
export interface Meaning extends Reading {
  readonly crons: readonly Cron[];
}

export function meaningOf(reading: Reading): Meaning {
  return { ...reading, crons: reading.rules.map((rule) => readCron(cronText(rule))) };
}

/** The meanings of a text that a cron expression fits, out of all that it can have. */
export function meantBy(meanings: readonly Meaning[], cron: Cron): Meaning | undefined {
  return meanings.find(({ crons }) => crons.length > 0 && firesAlike(crons, [cron]));
}

/** "once a day on Mondays", "every 2 days at 05:00": to stand behind "This says". */
export function saysInWords(meaning: Meaning): string {
  const { crons, says, openTime, openDay, interval, beside } = meaning;
  const [first] = crons;
  // "between 09:00 and 17:00"
  const open = openTime?.replace(/^once a day ?/, '') ?? '';
  if (!first) return phrase(interval?.says ?? '', ...besideInWords(beside), open);
  const days = daysInWords(first);
  if (interval) {
    if (!interval.ofDays) return phrase(says ?? interval.says, days);
    const rest = daysInWords({ ...first, anyDay: true });
    return phrase(interval.says, rest, openTime === undefined ? timeAlone(crons) : open);
  }
  if (says !== undefined) return phrase(says, days);
  const when = openTime === undefined ? timeAlone(crons) : '';
  if (openDay === 'once') return phrase(openDay, daysInWords({ ...first, anyDay: true }), when);
  if (openDay) return phrase(openDay, when);
  // One day at a time is counted by itself, others by the day.
  if (openTime)
    return phrase(days.startsWith('on the ') ? openTime.replace(' a day', '') : openTime, days);
  return runsInWords(crons);
}

function besideInWords(beside: Meaning['beside']): readonly string[] {
  if (!beside) return [];
  const { days, times } = beside;
  const told = times.map((time) => readCron(cronText(time)));
  const day = readCron(cronText({ ...atSecond(0), ...days }));
  return [daysInWords(day), told.length > 0 ? timeAlone(told) : ''];
}

function phrase(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' ');
}

/** "at 03:00" */
function timeAlone(crons: readonly Cron[]): string {
  const everyDay = readCron('0 0 0 * * *');
  const { days, months, weekdays, years, anyDay, anyWeekday } = everyDay;
  return runsInWords(
    crons.map((cron) => ({ ...cron, days, months, weekdays, years, anyDay, anyWeekday })),
  ).replace('every day ', '');
}
