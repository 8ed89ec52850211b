/** The days that an expression means: "on Mondays", "on the 1st and 15th of January". */
import type { Cron } from '../cron/cron.ts';
import { mark } from '../cron/field.ts';
import {
  isRange,
  listInWords,
  monthNames,
  ordinalInWords,
  shortList,
  stepOf,
  weekdayNames,
} from './lists.ts';
import { valuesOf } from './values.ts';

/** Empty for every day. */
export function daysInWords(cron: Cron): string {
  const months = monthsOf(cron);
  // Not "the 1st of January to March": that is one of several.
  const of = `of ${months === '' || months.includes(' to ') ? 'the month' : months}`;
  const weekdays = cron.anyWeekday ? '' : weekdaysOf(cron, of);
  const days = cron.anyDay ? '' : daysOf(cron, of);
  const both = weekdays && days ? `${weekdays} that fall ${days}` : weekdays || days;
  const inMonths = months === '' || both.includes(`of ${months}`) ? '' : `in ${months}`;
  return [both, inMonths, yearsOf(cron)].filter(Boolean).join(' ');
}

/** From Monday on. */
function weekdaysOf({ weekdays }: Cron, of: string): string {
  const order = [1, 2, 3, 4, 5, 6, 0];
  const plain = order.filter((day) => weekdays.marks[day]! & mark.plain);
  if (plain.length === 7) return '';
  const counted = order.flatMap((day) =>
    placesOf(weekdays.marks[day]!).map((place) => `${place} ${weekdayNames[day]}`),
  );
  const places = plain.map((day) => order.indexOf(day));
  const names = plain.map((day) => weekdayNames[day]!);
  const isRun = names.length > 2 && isRange(places);
  const every = isRun
    ? `${names[0]} to ${names.at(-1)}`
    : names.length > 0
      ? `on ${listInWords(names.map((name) => `${name}s`))}`
      : '';
  const nth = counted.length > 0 ? `on the ${listInWords(counted)} ${of}` : '';
  return [every, nth].filter(Boolean).join(' and ');
}

function placesOf(marked: number): readonly string[] {
  const places = ['first', 'second', 'third', 'fourth', 'fifth'].filter(
    (_, place) => marked & mark.nth(place + 1),
  );
  return marked & mark.last ? [...places, 'last'] : places;
}

function daysOf({ days }: Cron, of: string): string {
  const plain = valuesOf(days);
  if (plain.length === 31) return '';
  const step = stepOf(plain, 32);
  const parts: string[] = [];
  if (plain.length > 3 && isRange(plain))
    parts.push(`from the ${ordinalInWords(plain[0]!)} to the ${ordinalInWords(plain.at(-1)!)}`);
  else if (plain.length > 3 && step !== undefined && plain[0] === 1)
    parts.push(`on every ${ordinalInWords(step)} day from the 1st`);
  else if (plain.length > 0) parts.push(`on the ${shortList(plain.map(ordinalInWords))}`);
  days.marks.forEach((marked, day) => {
    if (marked & mark.nearest)
      parts.push(
        day === 1 ? 'on the first weekday' : `on the weekday nearest to the ${ordinalInWords(day)}`,
      );
  });
  if (days.last) parts.push('on the last day');
  return parts.length === 0 ? '' : `${listInWords(parts)} ${of}`;
}

function monthsOf({ months }: Cron): string {
  const values = valuesOf(months);
  if (values.length === 12) return '';
  const names = values.map((value) => monthNames[value - 1]!);
  return values.length > 2 && isRange(values)
    ? `${names[0]} to ${names.at(-1)}`
    : listInWords(names);
}

function yearsOf({ years }: Cron): string {
  const values = valuesOf(years);
  if (values.length > 100) return '';
  return values.length > 2 && isRange(values)
    ? `in ${values[0]} to ${values.at(-1)}`
    : `in ${listInWords(values)}`;
}
