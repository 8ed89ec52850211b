/** The times of a day that an expression means: "every 10 minutes from 09:00 to 17:50", "at minute 30 of every hour". */
import type { Cron } from '../cron/cron.ts';
import {
  clockInWords,
  evenDistance,
  isRange,
  listInWords,
  ordinalInWords,
  shortList,
  stepOf,
} from './lists.ts';
import { valuesOf } from './values.ts';

const mostClocks = 6;

/** Times that are told one by one, if they are few. */
export function clocksOf({ hours, minutes, seconds }: Cron): readonly string[] | undefined {
  const [h, m, s] = [valuesOf(hours), valuesOf(minutes), valuesOf(seconds)];
  if (h.length * m.length * s.length > mostClocks || m.length > 2 || s.length > 2) return undefined;
  return h.flatMap((hour) =>
    m.flatMap((minute) => s.map((second) => clockInWords(hour, minute, second))),
  );
}

/** Times that follow a rule. */
export function timesInWords(cron: Cron): string {
  const hours = valuesOf(cron.hours);
  const minutes = valuesOf(cron.minutes);
  const seconds = valuesOf(cron.seconds);
  if (seconds.length === 1 && seconds[0] === 0) return fullMinutes(minutes, hours);
  const often =
    everyOf(seconds, 60, 'second') ??
    `at second${seconds.length > 1 ? 's' : ''} ${shortList(seconds)} of every minute`;
  if (minutes.length === 60) return hours.length === 24 ? often : `${often} ${hoursOf(hours, 59)}`;
  if (minutes.length === 1 && hours.length === 1)
    return `${often} in the minute of ${clockInWords(hours[0]!, minutes[0]!)}`;
  return `${often} in ${minutesOf(minutes)} ${ofHours(hours)}`;
}

function fullMinutes(minutes: readonly number[], hours: readonly number[]): string {
  const often = everyOf(minutes, 60, 'minute');
  if (often) return hours.length === 24 ? often : `${often} ${hoursOf(hours, minutes.at(-1)!)}`;
  if (minutes.length === 1) {
    const [minute] = minutes as [number];
    const everyHours = everyOf(hours, 24, 'hour');
    if (everyHours && minute === 0) return everyHours;
    const step = stepOf(hours, 24);
    if (everyHours)
      return `at minute ${minute} of every ${step === 1 ? '' : `${ordinalInWords(step!)} `}hour`;
    if (minute === 0 && spanOf(hours)) return `every hour ${hoursOf(hours, 0)}`;
    const distance = hours.length > 3 ? evenDistance(hours) : undefined;
    if (minute === 0 && distance !== undefined)
      return `every ${distance} hours from ${clockInWords(hours[0]!, 0)} to ${clockInWords(hours.at(-1)!, 0)}`;
    return `at ${shortList(hours.map((hour) => clockInWords(hour, minute)))}`;
  }
  return `at ${minutesOf(minutes)} ${ofHours(hours)}`;
}

/** "every 5 minutes", where they go evenly into what is larger, from its start. */
function everyOf(values: readonly number[], end: number, unit: string): string | undefined {
  if (values.length === end) return `every ${unit}`;
  const step = stepOf(values, end);
  return step !== undefined && values[0] === 0 && end % step === 0
    ? `every ${step} ${unit}s`
    : undefined;
}

function minutesOf(minutes: readonly number[]): string {
  return `minute${minutes.length > 1 ? 's' : ''} ${shortList(minutes)}`;
}

function ofHours(hours: readonly number[]): string {
  if (hours.length === 24) return 'of every hour';
  return `of ${shortList(hours.map((hour) => clockInWords(hour, 0)))}`;
}

/** @param last minute of the hour with a run */
function hoursOf(hours: readonly number[], last: number): string {
  const span = spanOf(hours);
  if (span) return `from ${clockInWords(span[0], 0)} to ${clockInWords(span[1], last)}`;
  return `in the hours of ${listInWords(hours.map((hour) => clockInWords(hour, 0)))}`;
}

/** The first and the last of hours without a gap, which can go over midnight. */
function spanOf(hours: readonly number[]): readonly [number, number] | undefined {
  const start = hours.findIndex((hour, place) => place > 0 && hour !== hours[place - 1]! + 1);
  if (start < 0) return [hours[0]!, hours.at(-1)!];
  const turned = [...hours.slice(start), ...hours.slice(0, start).map((hour) => hour + 24)];
  return isRange(turned) ? [turned[0]!, turned.at(-1)! % 24] : undefined;
}
