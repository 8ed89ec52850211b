/** Rules as cron expressions, written as people write them. */
import type { CronItem, Rule } from './rules.ts';

const weekdayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Six fields, and the year as a seventh where there is one. */
export function cronText(rule: Rule): string {
  const { seconds, minutes, hours, days, months, weekdays, years } = rule;
  const fields = [
    numbersText(seconds, 0, 59),
    numbersText(minutes, 0, 59),
    numbersText(hours, 0, 23),
    days ? itemsText(days, 1, 31) : '*',
    months ? numbersText(months, 1, 12) : '*',
    weekdays ? weekdaysText(weekdays) : '*',
    ...(years ? [rangesText(years)] : []),
  ];
  return fields.join(' ');
}

function itemsText(items: readonly CronItem[], min: number, max: number): string {
  const numbers = items.filter((item) => typeof item === 'number');
  const others = items.filter((item) => typeof item === 'string');
  return [...(numbers.length > 0 ? [numbersText(numbers, min, max)] : []), ...others].join(',');
}

/** `*`, a step, or a list of values and ranges. */
function numbersText(values: readonly number[], min: number, max: number): string {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  if (sorted.length === max - min + 1) return '*';
  return stepText(sorted, min, max) ?? rangesText(sorted);
}

function stepText(values: readonly number[], min: number, max: number): string | undefined {
  const [first, second] = values;
  if (first === undefined || second === undefined) return undefined;
  const step = second - first;
  // Two halves of an hour are a step; two or three hours are a list.
  const isHourDivided = max === 59 && first === 0 && step * values.length === 60;
  if (values.length < 4 && !isHourDivided) return undefined;
  if (step === 1 || values.some((value, place) => value !== first + place * step)) return undefined;
  const last = values.at(-1)!;
  if (last + step <= max) return `${first}-${last}/${step}`;
  return first === min ? `*/${step}` : `${first}/${step}`;
}

function rangesText(values: readonly number[]): string {
  const parts: string[] = [];
  for (let place = 0; place < values.length;) {
    let end = place;
    while (values[end + 1] === values[end]! + 1) end++;
    parts.push(
      ...(end - place >= 2
        ? [`${values[place]}-${values[end]}`]
        : values.slice(place, end + 1).map(String)),
    );
    place = end + 1;
  }
  return parts.join(',');
}

/** By name, from Monday on. */
function weekdaysText(items: readonly CronItem[]): string {
  const numbers = items.filter((item) => typeof item === 'number').map((day) => (day + 6) % 7);
  const plain = rangesText([...new Set(numbers)].sort((a, b) => a - b)).replace(
    /\d/g,
    (day) => weekdayNames[(Number(day) + 1) % 7]!,
  );
  const others = items
    .filter((item) => typeof item === 'string')
    .map((item) => item.replace(/^\d/, (day) => weekdayNames[Number(day)]!));
  return [...(plain ? [plain] : []), ...others].join(',');
}
