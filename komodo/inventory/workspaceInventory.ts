import type { ResourceNode } from '../resources/index.ts';
import { ChangingInventory } from './changingInventory.ts';
import { definedName, type DefinedName } from './definedName.ts';
import type { Inventory } from './inventory.ts';

/** The inventory of what resource files define. */
export function workspaceInventory(resources: Iterable<ResourceNode>, label: string): Inventory {
  const names = Array.from(resources, definedName);
  return inventoryOf(
    names.filter((name) => name !== undefined),
    label,
  );
}

/**
 * The names that resource files define, tags and variables included, each once and in the order of their bytes, as
 * Core lists them.
 * @param label what the files are called together, e.g. the name of a folder
 */
export function inventoryOf(names: Iterable<DefinedName>, label: string): Inventory {
  const all = [...names];
  const firsts = new Map<string, DefinedName>();
  for (const each of all.toReversed()) firsts.set(`${each.kind} ${each.name}`, each);
  const inventory = new ChangingInventory(label, (kind, name) => firsts.get(`${kind} ${name}`));
  for (const each of all) inventory.add(each);
  return inventory.inventory;
}
