/** The texts of logs with the HTML spans that Core puts into them, and Core's way to write durations and errors. */
import type { Clock } from '../clock.ts';
import type { Log } from '../wire.ts';

const span = (style: string, text: string) => `<span style="${style}">${text}</span>`;

export const bold = (text: string) => span('font-weight: bolder', text);
export const dimmed = (text: string) => span('color: var(--mantine-color-dimmed)', text);
export const green = (text: string) => span('color: var(--mantine-color-green-6)', text);
export const blue = (text: string) => span('color: var(--mantine-color-blue-6)', text);
export const red = (text: string) => span('color: var(--mantine-color-red-6)', text);

/** A line of the log of a Procedure. */
export const info = (text: string) => `${dimmed('INFO')}: ${text}`;

/** An error and its causes, outermost first. */
export function errorText(chain: readonly string[]): string {
  const [first = '', ...causes] = chain;
  const head = `${red('ERROR')}: ${first}`;
  if (causes.length === 0) return head;
  const trace = causes.map((cause, index) => `\n\t${dimmed(String(index + 1))}: ${cause}`);
  return `${head}\n\n${dimmed('TRACE')}:${trace.join('')}`;
}

/** A log entry of now. */
export function logOf(
  clock: Clock,
  stage: string,
  { stdout = '', stderr = '', success = true }: Partial<Pick<Log, 'stdout' | 'stderr' | 'success'>>,
): Log {
  const now = clock.now();
  return { stage, command: '', stdout, stderr, success, start_ts: now, end_ts: now };
}

const units = [
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['µs', 1_000n],
  ['ns', 1n],
] as const;

/** Nanoseconds as Rust's Debug shows a Duration: `300.04ms`, `5.2s`, `131µs`. */
export function durationText(nanos: bigint): string {
  const [unit, size] = units.find(([, size]) => nanos >= size) ?? (['ns', 1n] as const);
  const whole = nanos / size;
  const digits = String(size).length - 1;
  const rest = (nanos % size).toString().padStart(digits, '0').replace(/0+$/, '');
  return `${whole}${rest === '' ? '' : `.${rest}`}${unit}`;
}
