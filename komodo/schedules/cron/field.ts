/** One field of a cron expression, read as the `croner` crate 3.0.1 does. */
import { CronError } from './error.ts';

/** What a value of a field can be marked with. `nth(n)`: the n-th such weekday of a month. */
export const mark = {
  plain: 1,
  nth: (n: number) => 1 << n,
  /** The last such weekday of a month. */
  last: 1 << 6,
  /** The weekday (Monday to Friday) closest to this day of the month. */
  nearest: 1 << 7,
} as const;

/** What a field may hold: its range, and whether it takes `#` (weekdays). */
export interface FieldRules {
  readonly min: number;
  readonly max: number;
  readonly nth?: true;
}

export interface CronField {
  /** The marks of each value, by value. */
  readonly marks: Uint8Array;
  /** A lone `L` stood there; it means the last day in the field for days of the month, and nothing elsewhere. */
  readonly last: boolean;
  /** Exactly one value, written without `*` and without a step other than 1. */
  readonly fixed: boolean;
}

/** Whether the field means a value, however far out of its range. */
export function hasPlain({ marks }: CronField, value: number): boolean {
  return ((marks[value] ?? 0) & mark.plain) !== 0;
}

/** The steps of reading gather here. */
interface FieldReader {
  readonly rules: FieldRules;
  readonly marks: Uint8Array;
  last: boolean;
  wild: boolean;
  step: number;
}

/**
 * Reads a field in upper case, names of days and months replaced by numbers.
 *
 * @throws CronError in croner's words
 */
export function readField(field: string, rules: FieldRules): CronField {
  const { min, max } = rules;
  const reader: FieldReader = {
    rules,
    marks: new Uint8Array(max + 1),
    last: false,
    wild: false,
    step: 1,
  };
  if (field === '*') {
    reader.wild = true;
    reader.marks.fill(mark.plain, min);
  } else
    for (const part of field.split(',')) {
      // Croner passes over empty parts, so `1,,3` and even `,` are fine.
      if (part !== '') readPart(part, reader);
    }
  const { marks, last, wild, step } = reader;
  return { marks, last, fixed: !wild && step === 1 && countOf(marks, mark.plain) === 1 };
}

function countOf(marks: Uint8Array, wanted: number): number {
  return marks.reduce((count, marked) => count + (marked & wanted ? 1 : 0), 0);
}

function readPart(part: string, reader: FieldReader): void {
  if (part.includes('/')) readSteps(part, reader);
  else if (part.includes('-')) readRange(part, reader);
  else if (part.includes('W')) readNearest(part, reader);
  else if (part === 'L') reader.last = true;
  else readValue(part, reader);
}

function readSteps(part: string, reader: FieldReader): void {
  const { min, max } = reader.rules;
  const marked = markOf(part);
  const [range, stepText, ...more] = withoutNth(part).split('/');
  if (range === undefined || stepText === undefined || more.length > 0)
    throw invalid('Invalid stepped range syntax.');
  const step = numberOf(stepText, 'Invalid step.');
  reader.step = step;
  if (step === 0) throw invalid('Step cannot be zero.');
  let start = min;
  let end = max;
  if (range === '*') reader.wild = true;
  else if (range.includes('-')) {
    const [from, to, ...others] = range.split('-');
    if (others.length > 0) throw invalid('Invalid range syntax in stepping.');
    start = numberOf(from!, 'Invalid range start.');
    end = numberOf(to!, 'Invalid range end.');
  } else start = numberOf(range, 'Invalid start.');
  if (start < min || end > max || start > end) throw invalid('Range is out of bounds in stepping.');
  for (let value = start; value <= end; value += step) {
    reader.marks[value]! |= marked;
    if (value + step > largest) throw invalid('Value exceeded max after stepping.');
  }
}

function readRange(part: string, { rules, marks }: FieldReader): void {
  const marked = markOf(part);
  const bounds = withoutNth(part).split('-');
  if (bounds.length !== 2) throw invalid('Invalid range syntax.');
  const start = numberOf(bounds[0]!, 'Invalid start of range.');
  const end = numberOf(bounds[1]!, 'Invalid end of range.');
  if (start > end || start < rules.min || end > rules.max) throw invalid('Range out of bounds.');
  for (let value = start; value <= end; value++) marks[value]! |= marked;
}

function readNearest(part: string, { rules, marks }: FieldReader): void {
  // What follows the W is not looked at.
  const day = numberOf(part.slice(0, part.indexOf('W')), 'Invalid day for closest weekday.');
  if (day < rules.min || day > rules.max) throw invalid('Day for closest weekday out of bounds.');
  marks[day]! |= mark.nearest;
}

function readValue(part: string, { rules, marks }: FieldReader): void {
  // `5L` is short for `5#L`.
  const written = part.endsWith('L') && !part.includes('#') ? part.replaceAll('L', '#L') : part;
  if (written.includes('#') && !rules.nth)
    throw invalid('Nth specifier # not allowed in the current field.');
  if (written.includes('L') && !rules.nth) throw invalid('L not allowed in the current field.');
  const marked = markOf(written);
  const value = numberOf(withoutNth(written), 'Invalid number.');
  if (value < rules.min || value > rules.max) throw invalid('Number out of bounds.');
  marks[value]! |= marked;
}

/** What the `#` or `L` at the end of a part makes of its values. */
function markOf(part: string): number {
  if (part.endsWith('L')) return mark.last;
  const hash = part.indexOf('#');
  if (hash < 0) return mark.plain;
  const nth = part.slice(hash + 1);
  if (!/^\d+$/.test(nth) || Number(nth) > 255) throw invalid('Invalid nth specifier.');
  if (Number(nth) < 1 || Number(nth) > 5) throw invalid('Nth specifier out of bounds.');
  return mark.nth(Number(nth));
}

function withoutNth(part: string): string {
  return part.split('#', 1)[0]!;
}

const largest = 65_535;

function numberOf(text: string, otherwise: string): number {
  if (!/^\d+$/.test(text) || Number(text) > largest) throw invalid(otherwise);
  return Number(text);
}

function invalid(message: string): CronError {
  return new CronError(`Component error: ${message}`);
}
