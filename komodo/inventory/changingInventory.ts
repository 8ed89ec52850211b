import { compareBytes } from '../resources/index.ts';
import type { DefinedName } from './definedName.ts';
import { isResourceKind, type Inventory, type InventoryItem } from './inventory.ts';

type Kind = DefinedName['kind'];

/** What defines a name; of several the first counts. */
export type FirstNamed = (kind: Kind, name: string) => DefinedName | undefined;

/** Beyond so many changes in one list it is sorted as a whole. */
const MOST_ONE_BY_ONE = 16;

/**
 * The inventory of names that come and go. Lists in which nothing changes stay the same objects, so that whoever looked
 * names up need not do it again; of another only the places of what changed are sought.
 */
export class ChangingInventory {
  readonly #first: FirstNamed;
  readonly #changed = new Map<Kind, Set<string>>();
  /** How many have each tag. */
  readonly #tags = new Map<string, number>();
  #inventory: Inventory;

  /**
   * @param label what the files are called together
   * @param first asked for names of which something has changed
   */
  constructor(label: string, first: FirstNamed) {
    this.#first = first;
    this.#inventory = { source: 'workspace', label, resources: {}, tags: [], variables: [] };
  }

  add(defined: DefinedName): void {
    this.#note(defined);
    for (const tag of defined.tags) this.#tags.set(tag, (this.#tags.get(tag) ?? 0) + 1);
  }

  remove(defined: DefinedName): void {
    this.#note(defined);
    for (const tag of defined.tags) {
      const left = this.#tags.get(tag)! - 1;
      if (left > 0) this.#tags.set(tag, left);
      else this.#tags.delete(tag);
    }
  }

  #note({ kind, name }: DefinedName): void {
    const names = this.#changed.get(kind) ?? new Set<string>();
    this.#changed.set(kind, names.add(name));
  }

  /** The names there are now. The same object as before if nothing has been added or removed since. */
  get inventory(): Inventory {
    if (this.#changed.size === 0) return this.#inventory;
    const before = this.#inventory;
    const lists = new Map(Object.entries(before.resources));
    let { variables } = before;
    for (const [kind, names] of this.#changed) {
      const first = (name: string) => this.#first(kind, name);
      if (kind === 'variable')
        variables = updated(variables, names, String, (name) => first(name)?.name);
      else if (isResourceKind(kind))
        lists.set(kind, updated(lists.get(kind) ?? [], names, nameOfItem, itemFor(first)));
    }
    this.#changed.clear();
    const resources = Object.fromEntries([...lists].filter(([, items]) => items.length > 0));
    this.#inventory = { ...before, resources, variables, tags: this.#sortedTags(before.tags) };
    return this.#inventory;
  }

  #sortedTags(before: readonly string[]): readonly string[] {
    const isSame = before.length === this.#tags.size && before.every((tag) => this.#tags.has(tag));
    return isSame ? before : [...this.#tags.keys()].sort(compareBytes);
  }
}

const nameOfItem = ({ name }: InventoryItem) => name;

const itemFor = (first: (name: string) => DefinedName | undefined) => (name: string) => {
  const defined = first(name);
  return defined && itemOf(defined);
};

function itemOf({ name, tags, template }: DefinedName): InventoryItem {
  return { name, tags, ...(template && { template }) };
}

/** A list in the order of its names' bytes, after some of the names have changed. */
function updated<Item extends string | InventoryItem>(
  list: readonly Item[],
  names: ReadonlySet<string>,
  nameOf: (item: Item) => string,
  itemNamed: (name: string) => Item | undefined,
): readonly Item[] {
  if (names.size > MOST_ONE_BY_ONE) {
    const kept = list.filter((item) => !names.has(nameOf(item)));
    const come = [...names].flatMap((name) => itemNamed(name) ?? []);
    return [...kept, ...come].sort((a, b) => compareBytes(nameOf(a), nameOf(b)));
  }
  let now = list;
  for (const name of names) {
    const at = placeOf(now, name, nameOf);
    const found = now[at];
    const isThere = found !== undefined && nameOf(found) === name;
    const item = itemNamed(name);
    if (isThere && item !== undefined && isSame(found, item)) continue;
    if (isThere || item !== undefined)
      now = now.toSpliced(at, isThere ? 1 : 0, ...(item === undefined ? [] : [item]));
  }
  return now;
}

/** Where a name stands in the list, or would. */
function placeOf<Item>(
  list: readonly Item[],
  name: string,
  nameOf: (item: Item) => string,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareBytes(nameOf(list[middle]!), name) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSame(a: string | InventoryItem, b: string | InventoryItem): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.template === b.template && a.tags?.join('\n') === b.tags?.join('\n');
}
