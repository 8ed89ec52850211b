/** What a number of a resource file comes to, in words. */
import type { Meaning } from '../../komodo/resources/index.ts';

type Unit = 'ms' | 's' | 'min' | 'percent' | 'GB';

/** Fields whose name or documentation says a unit. */
const units: Readonly<Record<string, Unit>> = {
  duration_ms: 'ms',
  duration_minutes: 'min',
  stop_time: 's',
  time: 's',
  termination_timeout: 's',
  cpu_warning: 'percent',
  cpu_critical: 'percent',
  mem_warning: 'percent',
  mem_critical: 'percent',
  disk_warning: 'percent',
  disk_critical: 'percent',
  volume_gb: 'GB',
};

const milliseconds = { ms: 1, s: 1000, min: 60_000 } as const;

/** `1 min 30 s`, `90 %`; undefined where the number is no more than itself. */
export function numberInWords({ field }: Meaning, value: number): string | undefined {
  const unit = field && units[field.name];
  switch (unit) {
    case undefined:
      return undefined;
    case 'percent':
      return `${value} %`;
    case 'GB':
      return `${value} GB`;
    default:
      return value < 0 ? undefined : durationInWords(value * milliseconds[unit]);
  }
}

const parts = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

function durationInWords(duration: number): string {
  let rest = Math.round(duration);
  const words = parts.flatMap(([name, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${count} ${name}`] : [];
  });
  return words.length > 0 ? words.join(' ') : 'no time at all';
}
