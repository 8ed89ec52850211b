/** Lists come in pages. */

/** How many entries a list has when nobody says; it does not say that there are more. */
export const defaultLimit = 50;

/** One page of a list; `limit` 0 is everything, on whichever page. */
export function pageOf<T>(
  items: readonly T[],
  page: number | null,
  limit: number | null,
): readonly T[] {
  const length = limit ?? defaultLimit;
  if (length === 0) return items;
  const from = (page ?? 0) * length;
  return items.slice(from, from + length);
}

/** Sorted by a key; equal ones keep their order. */
export function sortedBy<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  descending: boolean | null,
): T[] {
  const sorted = [...items].sort(compare);
  return descending === true ? sorted.reverse() : sorted;
}
