/** The part in which two texts or lists differ: where it starts in both, and where it ends in each. */
export interface Differing {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** What is left between the equal items at both ends. For texts offsets count UTF-16 code units. */
export function differing<T>(before: ArrayLike<T>, after: ArrayLike<T>): Differing {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  return { start, endBefore, endAfter };
}
