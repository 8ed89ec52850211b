/** "Did you mean": the names that are nearest to what somebody wrote. */

const MOST = 3;

/**
 * The names that differ from `name` in nothing but case and separators, or by few letters (a fifth of it, two at least,
 * but one where there are not more than five), nearest first; none where nothing is near.
 */
export function similarNames(name: string, names: Iterable<string>): readonly string[] {
  return nearestOf(name, foldedNames(names));
}

/** Names to be compared with many others. */
export type FoldedNames = readonly { readonly name: string; readonly folded: string }[];

export function foldedNames(names: Iterable<string>): FoldedNames {
  return Array.from(names, (name) => ({ name, folded: folded(name) }));
}

/** As {@link similarNames}. */
export function nearestOf(name: string, candidates: FoldedNames): readonly string[] {
  const wanted = folded(name);
  const few = wanted.length <= 5 ? 1 : Math.max(2, Math.floor(wanted.length / 5));
  const farthest = Math.min(few, wanted.length);
  const near: { readonly name: string; readonly distance: number }[] = [];
  for (const candidate of candidates) {
    const far = distance(wanted, candidate.folded, farthest);
    if (far <= farthest) near.push({ name: candidate.name, distance: far });
  }
  near.sort((a, b) => a.distance - b.distance);
  return near.slice(0, MOST).map((each) => each.name);
}

/** A name without case and separators: `auto-update`, `autoUpdate` and `AUTO_UPDATE` are one. */
export function folded(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

/** Levenshtein's distance with neighbours swapped counting as one; anything above `most` where it is greater than that. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  // What both begin and end with costs nothing.
  let start = 0;
  const shorter = Math.min(one.length, other.length);
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && one.at(-1 - same) === other.at(-1 - same)) same++;
  const a = one.slice(start, one.length - same);
  const b = other.slice(start, other.length - same);
  if (a === '' || b === '') return Math.max(a.length, b.length);

  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const equal = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        last[j]! + 1,
        row[j - 1]! + 1,
        last[j - 1]! + (equal ? 0 : 1),
        swapped ? before[j - 2]! + 1 : Infinity,
      );
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
