/** "twice a day", "4 times an hour between 9:00 and 17:00": so many times within a day or less. */
import { secondOf } from './hours.ts';
import { clockAt, spanInWords } from './partsOfDay.ts';
import { inRules, steps } from './timesOfDay.ts';
import type { Times } from './timesOfDay.ts';
import type { Clock, Window } from './draft.ts';
import { secondsOf } from './vocabulary.ts';
import type { Unit } from './vocabulary.ts';

const { day, hour, minute } = secondsOf;

/** Whether "3 times a …" is about times of the day, and not about days. */
export function isWithinDay(per: Unit): per is 'day' | 'hour' | 'minute' | 'second' {
  return per in secondsOf;
}

/** "twice a day", "3 times an hour". */
export function countInWords(count: number, per: Unit): string {
  return `${count === 2 ? 'twice' : `${count} times`} ${per === 'hour' ? 'an' : 'a'} ${per}`;
}

/**
 * At even distances, where there are any.
 * @param clock the first of them, if it is named
 */
export function timesADay(count: number, clock?: Clock): Times {
  const says = countInWords(count, 'day');
  const first = clock ? secondOf(clock) : 0;
  const [seconds, minutes] = [[first % minute], [Math.floor(first / minute) % 60]];
  if (24 % count !== 0) {
    const told = { seconds, minutes, hours: [Math.floor(first / hour)] };
    return { rules: [], interval: { says, perDay: count }, ...(clock && { clocks: [told] }) };
  }
  const distance = 24 / count;
  const hours = steps(Math.floor(first / hour) % distance, distance, 24);
  const rules = [{ seconds, minutes, hours }];
  return clock ? { rules, says: `${says} from ${clockAt(first)}` } : { rules, open: says };
}

/** At even distances from the one end of a part of the day to the other. */
export function timesADayWithin(count: number, window: Window): Times {
  const { from, to } = window;
  const length = to > from ? to - from : to + day - from;
  // The end of the day is midnight, which is another day's.
  const minutes = length / minute / Math.max(to === day ? count : count - 1, 1);
  const times = steps(0, 1, count).map((place) => from + Math.round(place * minutes) * minute);
  const says = count === 1 ? 'once a day' : countInWords(count, 'day');
  return {
    rules: inRules(
      times.map((time) => Math.floor((time % day) / minute) * minute),
      [0],
    ),
    open: `${says} ${spanInWords(window)}`,
  };
}
