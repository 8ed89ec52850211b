const units = [
  { ms: 365 * 24 * 3600_000, name: 'year' },
  { ms: 30 * 24 * 3600_000, name: 'month' },
  { ms: 24 * 3600_000, name: 'day' },
  { ms: 3600_000, name: 'hour' },
  { ms: 60_000, name: 'minute' },
] as const;

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

/**
 * A moment as seen from another: `3 hr. ago`, `in 5 min.`, `yesterday`, `now` (within the minute).
 * @param then milliseconds since 1970, as is `now`
 */
export function relativeTime(then: number, now: number): string {
  const distance = then - now;
  const unit = units.find(({ ms }) => Math.abs(distance) >= ms);
  return unit ? words.format(Math.round(distance / unit.ms), unit.name) : 'now';
}
