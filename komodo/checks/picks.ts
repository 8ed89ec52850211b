import type { Inventory, InventoryItem } from '../inventory/inventory.ts';
import type { WrittenPattern } from '../names/index.ts';
import {
  matchPattern,
  splitRegexes,
  unseenComments,
  type ItemMatches,
  type PatternMatches,
  type RegexEngine,
} from '../patterns/index.ts';
import { effectiveInventory, itemsOf, type Names } from './world.ts';

/** The names of a kind in an inventory, and what patterns pick of them by their texts. */
interface Picks {
  readonly names: readonly string[];
  readonly byText: Map<string, PatternMatches>;
}

/** By the items of an inventory: the same pattern often stands in many places, and is asked for after each key. */
const known = new WeakMap<readonly InventoryItem[], Picks>();

/** What a pattern picks of the names in an inventory. */
export function picked(
  { kind, pattern }: Pick<WrittenPattern, 'kind' | 'pattern'>,
  inventory: Inventory,
  engine: RegexEngine,
): PatternMatches {
  const items = itemsOf(inventory, kind);
  let picks = known.get(items);
  if (!picks) {
    picks = { names: items.map((item) => item.name), byText: new Map() };
    known.set(items, picks);
  }
  const key = `${pattern.mode} ${pattern.text}`;
  let matches = picks.byText.get(key);
  if (!matches) {
    matches = matchPattern(pattern, picks.names, engine);
    picks.byText.set(key, matches);
  }
  return matches;
}

/** What the items of a pattern pick; parts of something that Core did not see as a whole are left out. */
export function itemsRead(
  written: Pick<WrittenPattern, 'kind' | 'pattern'>,
  names: Names,
): readonly ItemMatches[] {
  const { pattern } = written;
  const { items } = picked(written, effectiveInventory(names), names.engine);
  const broken = [...splitRegexes(pattern), ...unseenComments(pattern)];
  if (broken.length === 0) return items;
  const parts = new Set(broken.flatMap((whole) => whole.items));
  return items.filter(
    ({ names: picks }, index) => !parts.has(pattern.items[index]!) || picks.length > 0,
  );
}
