import type { PreviewedRun } from './schedulePreview.ts';

const units = [
  { ms: 24 * 3600_000, name: 'd', from: 2 * 24 * 3600_000 },
  { ms: 3600_000, name: 'h', from: 3600_000 },
  { ms: 60_000, name: 'min', from: 60_000 },
] as const;

/** Longer away than this, the name of a weekday alone would mislead. */
const A_WEEK = 6 * 24 * 3600_000;

/**
 * A run that is to come, in few words: `in 5 h, Mon 03:00`. The time is that of the schedule's zone, which is named where
 * the clocks of whoever reads it show another one.
 */
export function nextRunInWords({ at, there, here }: PreviewedRun, now: Date): string {
  const distance = at - now.getTime();
  const unit = units.find(({ from }) => distance >= from);
  const away = unit ? `in ${Math.floor(distance / unit.ms)} ${unit.name}` : 'in a moment';
  const [weekday, day, month, year] = there.day.split(' ');
  const date =
    distance < A_WEEK ? weekday : `${day} ${month}${isThisYear(year, now) ? '' : ` ${year}`}`;
  const isSame = there.day === here.day && there.hour === here.hour;
  return `${away}, ${date} ${isSame ? there.hour.split(' ')[0] : there.hour}`;
}

function isThisYear(year: string | undefined, now: Date): boolean {
  return year === String(now.getUTCFullYear());
}
