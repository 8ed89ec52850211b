/**
 * A duration in words short enough for a list: `0.3 s` below ten seconds, then `00:41`, from an hour on `1:02:03`.
 * @param ms milliseconds; negative ones (two clocks that disagree) count as none
 */
export function durationText(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  return seconds < 9.95 ? `${seconds.toFixed(1)} s` : clockText(ms);
}

/**
 * The same for what still runs, so that the width stays as seconds go by: always `00:09`, from an hour on `1:02:03`.
 * @param ms milliseconds; negative ones count as none
 */
export function clockText(ms: number): string {
  const total = Math.floor(Math.max(0, ms) / 1000);
  const two = (part: number): string => String(part).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
