/** "Did you mean": the names that are nearest to what somebody wrote. */

const MOST = 3;

/**
 * The names that differ from `name` in nothing but case and separators, or by few letters (a fifth of it, two at least,
 * but one where there are not more than five), nearest first; none where nothing is near.
 */
export function similarNames(name: string, names: Iterable<string>): readonly string[] {
  const wanted = folded(name);
  const few = wanted.length <= 5 ? 1 : Math.max(2, Math.floor(wanted.length / 5));
  const farthest = Math.min(few, wanted.length);
  return [...names]
    .map((candidate) => ({ candidate, distance: distance(wanted, folded(candidate), farthest) }))
    .filter((near) => near.distance <= farthest)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** A name without case and separators: `auto-update`, `autoUpdate` and `AUTO_UPDATE` are one. */
export function folded(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

/** Levenshtein's distance with neighbours swapped counting as one; anything above `most` where it is greater than that. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        last[j]! + 1,
        row[j - 1]! + 1,
        last[j - 1]! + (same ? 0 : 1),
        swapped ? before[j - 2]! + 1 : Infinity,
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
