/** What a pattern picks: what hovers, inlay hints, the preview panel and the command line say of it. */
import type { Inventory, ResourceKind } from '../inventory/inventory.ts';
import { matchPattern, problemText } from '../patterns/index.ts';
import type { Pattern, PatternMatches, PatternMode, RegexEngine } from '../patterns/index.ts';

/** One item of the list, with where it stands in the pattern (UTF-16 code units). */
export interface PreviewedItem {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `name`: a wildcard that can pick one name only. */
  readonly kind: 'name' | 'wildcard' | 'regex';
  /** What it picks by itself. */
  readonly names: readonly string[];
  /** Why Core refuses it, in Core's words; it then refuses the whole pattern. */
  readonly problem?: string;
}

export interface PickedName {
  readonly name: string;
  /** Numbers, from 0, of the items that pick it. */
  readonly items: readonly number[];
}

/** Plain data, so that it can be sent. */
export interface PatternPreview {
  readonly kind: ResourceKind;
  /** Whose pattern it is: of a Batch execution, or of a permission of a user group. */
  readonly mode: PatternMode;
  readonly items: readonly PreviewedItem[];
  /** What Core would pick, in its order; nothing where it refuses an item. */
  readonly picked: readonly PickedName[];
  /** The other resources of the kind. */
  readonly others: readonly string[];
  /** What Core says of the first item that it refuses. */
  readonly problem?: string;
}

/** What a pattern picks of a kind's names in an inventory. */
export function previewPattern(
  pattern: Pattern,
  kind: ResourceKind,
  inventory: Inventory,
  engine: RegexEngine,
): PatternPreview {
  const names = namesOf(inventory, kind);
  return previewOf(kind, pattern.mode, names, matchPattern(pattern, names, engine));
}

function previewOf(
  kind: ResourceKind,
  mode: PatternMode,
  names: readonly string[],
  { items, names: picked, problem }: PatternMatches,
): PatternPreview {
  const pickers = items.map((item) => new Set(item.names));
  const taken = new Set(picked);
  return {
    kind,
    mode,
    items: items.map(({ item, names: own, problem: refused }) => ({
      text: item.text,
      start: item.start,
      end: item.end,
      kind: kindOf(item),
      names: own,
      ...(refused && { problem: problemText(refused) }),
    })),
    picked: picked.map((name) => ({
      name,
      items: pickers.flatMap((own, number) => (own.has(name) ? [number] : [])),
    })),
    others: names.filter((name) => !taken.has(name)),
    ...(problem && { problem: problemText(problem) }),
  };
}

function kindOf({ kind, onlyName }: Pattern['items'][number]): PreviewedItem['kind'] {
  return onlyName === undefined ? kind : 'name';
}

function namesOf(inventory: Inventory, kind: ResourceKind): readonly string[] {
  return (inventory.resources[kind] ?? []).map(({ name }) => name);
}
