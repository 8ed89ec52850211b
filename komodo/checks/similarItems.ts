import type { InventoryItem } from '../inventory/inventory.ts';
import { foldedNames, nearestOf, similarNames, type FoldedNames } from '../resources/index.ts';

/** Beyond these nothing is remembered any more: somebody types many names, and each is asked for. */
const MOST_REMEMBERED = 1000;

interface Known {
  readonly names: FoldedNames;
  readonly similar: Map<string, readonly string[]>;
}

/** By the items of an inventory: the same names are asked for after each key. */
const known = new WeakMap<readonly InventoryItem[], Known>();

/** The names in some lists that come nearest to one that is in none of them, the nearest first; three at most. */
export function similarItems(name: string, ...lists: readonly (readonly InventoryItem[])[]) {
  const near = new Set(lists.flatMap((items) => similarIn(name, items)));
  return similarNames(name, near);
}

function similarIn(name: string, items: readonly InventoryItem[]): readonly string[] {
  let list = known.get(items);
  if (!list || list.similar.size > MOST_REMEMBERED) {
    list = { names: foldedNames(items.map((item) => item.name)), similar: new Map() };
    known.set(items, list);
  }
  let similar = list.similar.get(name);
  if (!similar) {
    similar = nearestOf(name, list.names);
    list.similar.set(name, similar);
  }
  return similar;
}
