/**
 * What is different between two lists, in which an edit changed something at one place: what is gone, and what has come.
 */
export function changes<T>(before: readonly T[], after: readonly T[]): readonly [T[], T[]] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return [before.slice(start, before.length - same), after.slice(start, after.length - same)];
}
