import type { ResourceNode } from '../resources/index.ts';
import {
  resourceKinds,
  type Inventory,
  type InventoryItem,
  type ResourceKind,
} from './inventory.ts';

const kinds: ReadonlySet<string> = new Set(resourceKinds);

/**
 * The names that resource files define, tags and variables included, each once and in the order of their bytes, as
 * Core lists them.
 * @param label what the files are called together, e.g. the name of a folder
 */
export function workspaceInventory(resources: Iterable<ResourceNode>, label: string): Inventory {
  const byKind = new Map<ResourceKind, Map<string, InventoryItem>>();
  const tags = new Set<string>();
  const variables = new Set<string>();
  for (const { kind, name, tags: given, value } of resources) {
    for (const { text } of given) tags.add(text);
    if (name === undefined) continue;
    if (kind === 'variable') variables.add(name.text);
    if (!isResourceKind(kind)) continue;
    const items = byKind.get(kind) ?? new Map<string, InventoryItem>();
    byKind.set(kind, items);
    if (items.has(name.text)) continue;
    items.set(name.text, {
      name: name.text,
      tags: given.map(({ text }) => text),
      ...(value?.get('template') === true && { template: true }),
    });
  }
  const sorted = [...byKind].map(([kind, items]) => {
    return [kind, [...items.values()].sort((a, b) => byBytes(a.name, b.name))] as const;
  });
  return {
    source: 'workspace',
    label,
    resources: Object.fromEntries(sorted),
    tags: [...tags].sort(byBytes),
    variables: [...variables].sort(byBytes),
  };
}

function isResourceKind(kind: string): kind is ResourceKind {
  return kinds.has(kind);
}

/** The order of UTF-8 bytes, which is that of code points. */
function byBytes(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
