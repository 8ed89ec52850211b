/** Milliseconds. */
const firstWait = 1000;
const longestWait = 30_000;

/**
 * How long to wait before the next try, in milliseconds: doubled with each failure, and somewhere in the upper half of
 * that, so that not all clients of a Core come back at once.
 * @param failures how many tries failed before the last one
 * @param chance between 0 and 1
 */
export function backoff(failures: number, chance: number): number {
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(failures, 10));
  return Math.round(wait * (0.5 + chance / 2));
}
