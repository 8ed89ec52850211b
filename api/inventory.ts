import type { Types } from 'komodo_client';
import type { Inventory, InventoryItem, ResourceKind } from '../komodo/inventory/inventory.ts';
import type { RunContext } from '../komodo/runs/index.ts';
import {
  storedResource,
  storedVariable,
  type StoredResource,
} from '../komodo/stored/storedResource.ts';
import type { CallOptions, Client } from './client.ts';
import { CoreError } from './coreError.ts';

/** The kinds as resource files, as targets of Updates, and as requests call them. */
const kinds = [
  ['server', 'Server', 'ListServers', 'ListFullServers'],
  ['swarm', 'Swarm', 'ListSwarms', 'ListFullSwarms'],
  ['stack', 'Stack', 'ListStacks', 'ListFullStacks'],
  ['deployment', 'Deployment', 'ListDeployments', 'ListFullDeployments'],
  ['build', 'Build', 'ListBuilds', 'ListFullBuilds'],
  ['repo', 'Repo', 'ListRepos', 'ListFullRepos'],
  ['procedure', 'Procedure', 'ListProcedures', 'ListFullProcedures'],
  ['action', 'Action', 'ListActions', 'ListFullActions'],
  ['builder', 'Builder', 'ListBuilders', 'ListFullBuilders'],
  ['alerter', 'Alerter', 'ListAlerters', 'ListFullAlerters'],
  ['resource_sync', 'ResourceSync', 'ListResourceSyncs', 'ListFullResourceSyncs'],
] as const satisfies readonly (readonly [
  ResourceKind,
  string,
  Types.ReadRequest['type'],
  Types.ReadRequest['type'],
])[];

/**
 * Every name a Core has, as far as the user may see it.
 * @param label what people call this Core (the profile's name)
 */
export async function readInventory(
  client: Client,
  label: string,
  source: Inventory['source'] = 'core',
  options: CallOptions = {},
): Promise<Inventory> {
  const [version, info, tags, variables, secrets, lists] = await Promise.all([
    client.read('GetVersion', {}, options),
    client.read('GetCoreInfo', {}, options),
    client.read('ListTags', {}, options),
    client.read('ListVariables', {}, options),
    orNothing(client.read('ListSecrets', {}, options)),
    Promise.all(kinds.map(([, , request]) => orNothing(client.read(request, {}, options)))),
  ]);
  const tagNames = new Map(tags.map((tag) => [tag._id?.$oid ?? '', tag.name]));
  const resources = kinds.flatMap(([kind], i) => {
    const list = lists[i];
    return list ? [[kind, list.map((item) => inventoryItem(item, tagNames))] as const] : [];
  });
  return {
    source,
    label,
    version: version.version,
    ...(info.timezone ? { timezone: info.timezone } : {}),
    resources: Object.fromEntries(resources),
    tags: tags.map((tag) => tag.name),
    variables: variables.map((variable) => variable.name),
    ...(secrets && { secrets }),
  };
}

/**
 * Everything that a Core has stored of its resources and that a file could say, as far as the user may see it.
 * @param inventory of the same Core, for the names in place of ids
 */
export async function readStored(
  client: Client,
  inventory: Inventory,
  options: CallOptions = {},
): Promise<readonly StoredResource[]> {
  const [tags, variables] = await Promise.all([
    client.read('ListTags', {}, options),
    client.read('ListVariables', {}, options),
  ]);
  const items = Object.values(inventory.resources).flat();
  const names = new Map([
    ...items.map(({ id, name }) => [id, name] as const),
    ...tags.map((tag) => [tag._id?.$oid, tag.name] as const),
  ]);
  const lists = await Promise.all(
    kinds.map(async ([kind, , , request]) => {
      const list: readonly unknown[] = (await orNothing(client.read(request, {}, options))) ?? [];
      return list.map((answer) => storedResource(kind, answer, (id) => names.get(id)));
    }),
  );
  const resources = lists.flat().filter((stored) => stored !== undefined);
  return [...resources, ...variables.map(storedVariable)];
}

/** Names of targets for the tree of a run. */
export function namesIn(inventory: Inventory): NonNullable<RunContext['nameOf']> {
  const names = new Map(
    kinds.flatMap(([kind, target]) =>
      (inventory.resources[kind] ?? []).map(({ id, name }) => [`${target} ${id ?? ''}`, name]),
    ),
  );
  return (kind, id) => names.get(`${kind} ${id}`);
}

/** An older Core lacks a kind; that is an empty place in the inventory and no error. */
async function orNothing<T>(list: Promise<T>): Promise<T | undefined> {
  try {
    return await list;
  } catch (error) {
    if (error instanceof CoreError && error.kind === 'unsupported') return undefined;
    throw error;
  }
}

function inventoryItem(
  item: Types.ResourceListItem<unknown>,
  tagNames: ReadonlyMap<string, string>,
): InventoryItem {
  const info = (item.info ?? {}) as { state?: unknown; status?: unknown; services?: unknown };
  const { state, services } = info;
  // The sandbox says so in the place of what Docker would say; Docker itself never does.
  const isSimulated = info.status === 'simulated';
  const named = Array.isArray(services) ? services.flatMap(serviceName) : [];
  return {
    name: item.name,
    id: item.id,
    tags: item.tags.map((id) => tagNames.get(id) ?? id),
    template: item.template,
    ...(typeof state === 'string' && { state: isSimulated ? `${state} (simulated)` : state }),
    ...(named.length > 0 ? { services: named } : {}),
  };
}

/** A service of a Stack, as a list shows it. */
function serviceName(entry: unknown): string[] {
  const name = (entry as { service?: unknown } | null)?.service ?? entry;
  return typeof name === 'string' ? [name] : [];
}
