import cronstrue from 'cronstrue';
import { comesEver } from './cron/match.ts';
import type { Schedule } from './schedule.ts';

/**
 * What a schedule means in words, without its zone: "At 03:00, only on Monday". Undefined where there are no words for
 * it, as where it never comes.
 */
export function scheduleInWords({ cron }: Schedule): string | undefined {
  if (!comesEver(cron)) return undefined;
  const expression = cron.fields.map((field, place) => plainField(field, limits[place]!)).join(' ');
  try {
    return cronstrue.toString(expression, {
      use24HourTimeFormat: true,
      // For Core a day has to fit both fields.
      logicalAndDayFields: true,
    });
  } catch {
    return undefined;
  }
}

/** The smallest and the largest value of each field. */
const limits: readonly (readonly [number, number])[] = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
  [1, 5000],
];

/** The same field, written so that it is taken for what it means to Core. */
function plainField(field: string, [least, most]: readonly [number, number]): string {
  return field
    .split(',')
    .filter((part) => part !== '')
    .flatMap((part) => plainParts(part, least, most))
    .join(',');
}

function plainParts(part: string, least: number, most: number): readonly string[] {
  const step = /^(\*|\d+)(?:-(\d+))?\/(\d+)$/.exec(part);
  if (step) {
    const start = step[1] === '*' ? least : Number(step[1]);
    const end = step[2] === undefined ? most : Number(step[2]);
    // "0/90" minutes is no more than minute 0 of every hour.
    return start + Number(step[3]) > end ? [String(start)] : [part];
  }
  const weekdays = /^(\d)(?:-(\d))?(?:#(\d)|#?L)$/.exec(part);
  if (weekdays) {
    const [, from, to = from, nth] = weekdays;
    const which = nth === undefined ? 'L' : `#${nth}`;
    const count = Number(to) - Number(from) + 1;
    return Array.from({ length: count }, (_, index) => `${Number(from) + index}${which}`);
  }
  return [part];
}
