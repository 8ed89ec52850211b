/** Whether there is what a file calls by its name. */
import { resourceKinds, type InventoryItem, type ResourceKind } from '../inventory/inventory.ts';
import { storedName } from '../names/index.ts';
import { newestVersion } from '../schema/index.ts';
import { similarItems } from './similarItems.ts';
import { isId, itemsOf, type Names } from './world.ts';

/** A name that is nowhere. */
export interface Missing {
  /** Nobody knows for certain: no Core is connected, or it did not tell what it has of the kind. */
  readonly isUnsure: boolean;
  /** Names that are perhaps meant, the likeliest first. */
  readonly similar: readonly string[];
  /** Another kind that has the name. */
  readonly otherKind?: ResourceKind;
}

/**
 * Looks a name, or Core's id, up in the files of the workspace and on the connected Core. Undefined where it is there,
 * and where nothing can be said: no Core is connected and the workspace has nothing of the kind, or it is an id or what
 * Core itself makes.
 */
export function missing(kind: ResourceKind, name: string, names: Names): Missing | undefined {
  if (isKnown(kind, name, names)) return undefined;
  const own = itemsOf(names.workspace, kind);
  const onCore = names.core?.resources[kind];
  // A name that Core rewrites is told of where it is defined.
  if (storedNames(kind, own, names.coreVersion ?? newestVersion).has(name)) return undefined;
  if (!onCore && (own.length === 0 || isId(name) || isFirst(kind, name))) return undefined;
  const otherKind = resourceKinds.find((other) => isKnown(other, name, names));
  return {
    isUnsure: !onCore,
    similar: similarItems(name, onCore ?? [], own),
    ...(otherKind && { otherKind }),
  };
}

/** Whether the connected Core has a resource of this name or id. */
export function isOnCore(kind: ResourceKind, name: string, { core }: Pick<Names, 'core'>): boolean {
  return core !== null && has(itemsOf(core, kind), name);
}

/** Whether the workspace or the connected Core has a resource of this name, or Core one of this id. */
export function isKnown(kind: ResourceKind, name: string, names: Names): boolean {
  return has(itemsOf(names.workspace, kind), name) || isOnCore(kind, name, names);
}

/**
 * What Core calls a resource that the workspace calls otherwise, so that Core finds none of the name; undefined where it
 * leaves the name as it is, or knows it.
 */
export function storedOtherwise(
  kind: ResourceKind,
  name: string,
  { workspace, core }: Names,
  version: string,
): string | undefined {
  const otherwise = storedName(kind, name, version);
  if (otherwise === name || !has(itemsOf(workspace, kind), name)) return undefined;
  return core && has(itemsOf(core, kind), name) ? undefined : otherwise;
}

/** The names and ids of a list. */
const known = new WeakMap<readonly InventoryItem[], ReadonlySet<string>>();

function has(items: readonly InventoryItem[], nameOrId: string): boolean {
  let names = known.get(items);
  if (!names) {
    names = new Set(items.flatMap(({ name, id }) => (id === undefined ? [name] : [name, id])));
    known.set(items, names);
  }
  return names.has(nameOrId);
}

/** What Core makes of the names of a list, by version. */
const stored = new WeakMap<readonly InventoryItem[], Map<string, ReadonlySet<string>>>();

function storedNames(
  kind: ResourceKind,
  items: readonly InventoryItem[],
  version: string,
): ReadonlySet<string> {
  const byVersion = stored.get(items) ?? new Map<string, ReadonlySet<string>>();
  stored.set(items, byVersion);
  let names = byVersion.get(version);
  if (!names) {
    names = new Set(items.map(({ name }) => storedName(kind, name, version)));
    byVersion.set(version, names);
  }
  return names;
}

/** The name that Core gives to the server and the builder which it makes when it first starts. */
function isFirst(kind: ResourceKind, name: string): boolean {
  return name === 'Local' && (kind === 'server' || kind === 'builder');
}
