/** What must not matter when a replay is held against its recording: times, durations, ports. */
import type { Json } from '../json/tree.ts';

const isTime = /(^|_)ts$|_at$|^ts$|^next_scheduled_run$/;

/** The value with its texts put through `text`, and everything that differs from run to run blanked. */
export function normal(value: Json, text: (text: string) => string, name = ''): Json {
  if (typeof value === 'string') return blanked(text(value));
  if (typeof value === 'number' && isTime.test(name)) return '<time>';
  if (Array.isArray(value)) return value.map((item) => normal(item, text));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, normal(item, text, key)]),
  );
}

function blanked(text: string): string {
  return text
    .replace(/\b(in|after) \d+(\.\d+)?(ns|µs|ms|s)\b/g, '$1 <duration>')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://core')
    .replace(/JoinError::Panic\(Id\(\d+\)/g, 'JoinError::Panic(Id(<task>)');
}
