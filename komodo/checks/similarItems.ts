import type { InventoryItem } from '../inventory/inventory.ts';
import { similarNames } from '../resources/index.ts';

/** Beyond these nothing is remembered any more: somebody types many names, and each is asked for. */
const MOST_REMEMBERED = 1000;

/** By the items of an inventory: the same names are asked for after each key. */
const known = new WeakMap<readonly InventoryItem[], Map<string, readonly string[]>>();

/** The names in some lists that come nearest to one that is in none of them, the nearest first; three at most. */
export function similarItems(name: string, ...lists: readonly (readonly InventoryItem[])[]) {
  const near = new Set(lists.flatMap((items) => similarIn(name, items)));
  return similarNames(name, near);
}

function similarIn(name: string, items: readonly InventoryItem[]): readonly string[] {
  let byName = known.get(items);
  if (!byName || byName.size > MOST_REMEMBERED) {
    byName = new Map();
    known.set(items, byName);
  }
  let similar = byName.get(name);
  if (!similar) {
    const names = items.map((item) => item.name);
    similar = similarNames(name, names);
    byName.set(name, similar);
  }
  return similar;
}
