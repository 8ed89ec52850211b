/** Parts of the day: as words, and as spans of time. */
import { clockInWords } from '../meaning/lists.ts';
import type { PartOfDay, Window } from './draft.ts';
import { secondsOf } from './vocabulary.ts';

const { day, hour, minute } = secondsOf;

/** @param time in seconds since midnight */
export function clockAt(time: number): string {
  return clockInWords(Math.floor(time / hour), Math.floor(time / minute) % 60);
}

/** "between 09:00 and 17:00", "after 18:00". */
export function spanInWords({ from, to }: Window): string {
  if (to === day) return `after ${clockAt(from)}`;
  return from === 0 ? `before ${clockAt(to)}` : `between ${clockAt(from)} and ${clockAt(to)}`;
}

/** "in the morning and at night" */
export function partsInWords(parts: readonly PartOfDay[]): string {
  return parts.map((part) => (part === 'night' ? 'at night' : `in the ${part}`)).join(' and ');
}

/** When people take it to be so; nobody says exactly. */
export function spanOf(part: PartOfDay): Window {
  const [from, to] = hoursOf[part];
  return { from: from * hour, to: to * hour };
}

const hoursOf: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 22],
  night: [22, 6],
};
