import { compareBytes, flagOf, memberOf, type ResourceNode } from '../resources/index.ts';
import {
  isResourceKind,
  type Inventory,
  type InventoryItem,
  type ResourceKind,
} from './inventory.ts';

/** A name that a resource file defines: of a resource, a Variable or a user group. */
export interface DefinedName {
  readonly kind: ResourceNode['kind'];
  readonly name: string;
  readonly tags: readonly string[];
  readonly template: boolean;
}

/** The name that a block defines; undefined where it has none. */
export function definedName(resource: ResourceNode): DefinedName | undefined {
  const { kind, name, tags, datum, definition } = resource;
  if (name === undefined) return undefined;
  const template = flagOf(memberOf(datum, definition, 'template')?.value, false);
  return { kind, name: name.text, tags: tags.map(({ text }) => text), template };
}

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
  const byKind = new Map<ResourceKind, Map<string, InventoryItem>>();
  const tags = new Set<string>();
  const variables = new Set<string>();
  for (const defined of names) {
    const { kind, name } = defined;
    for (const tag of defined.tags) tags.add(tag);
    if (kind === 'variable') variables.add(name);
    if (!isResourceKind(kind)) continue;
    const items = byKind.get(kind) ?? new Map<string, InventoryItem>();
    byKind.set(kind, items);
    if (!items.has(name)) items.set(name, itemOf(defined));
  }
  const sorted = [...byKind].map(([kind, items]) => {
    return [kind, [...items.values()].sort((a, b) => compareBytes(a.name, b.name))] as const;
  });
  return {
    source: 'workspace',
    label,
    resources: Object.fromEntries(sorted),
    tags: [...tags].sort(compareBytes),
    variables: [...variables].sort(compareBytes),
  };
}

/** A name as an inventory lists it. */
export function itemOf({ name, tags, template }: DefinedName): InventoryItem {
  return { name, tags, ...(template && { template }) };
}
