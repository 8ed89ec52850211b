/** Names, numbers, times and lists, as they stand in a sentence. */

/** From Sunday on. */
export const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

/** From January on. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const two = (value: number) => String(value).padStart(2, '0');

/** `03:00`, the seconds only where there are some. */
export function clockInWords(hour: number, minute: number, second = 0): string {
  return `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
}

/** `a, b and c` */
export function listInWords(items: readonly (string | number)[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** A long list loses its middle: `0, 7, 14 … 56`. */
export function shortList(items: readonly (string | number)[]): string {
  return items.length <= 6
    ? listInWords(items)
    : `${items.slice(0, 3).join(', ')} … ${items.at(-1)}`;
}

/** `1st`, `22nd` */
export function ordinalInWords(value: number): string {
  const tens = Math.floor(value / 10) % 10;
  const ending = tens === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

/** Whether numbers follow each other without a gap. */
export function isRange(values: readonly number[]): boolean {
  return values.every((value, place) => value === values[0]! + place);
}

/** How far apart numbers are that all are equally far apart; undefined for others, and for less than two. */
export function evenDistance(values: readonly number[]): number | undefined {
  const [first, second] = values;
  if (first === undefined || second === undefined) return undefined;
  const step = second - first;
  return values.every((value, place) => value === first + place * step) ? step : undefined;
}

/** The same for those that go on to the end of their range. */
export function stepOf(values: readonly number[], end: number): number | undefined {
  const step = evenDistance(values);
  return step !== undefined && values.at(-1)! + step >= end ? step : undefined;
}
