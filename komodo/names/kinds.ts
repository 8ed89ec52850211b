/** Which texts of a resource file are names, and of what. */
import { resourceKinds, type ResourceKind } from '../inventory/inventory.ts';
import { paramsOf, type Meaning } from '../resources/index.ts';
import { headerKinds, type HeaderKind, type Schema } from '../schema/index.ts';

/** What a name is the name of. */
export type NameKind = HeaderKind | 'tag';

const byField: Readonly<Record<string, readonly NameKind[]>> = {
  tags: ['tag'],
  match_tags: ['tag'],
  // In the order in which Core looks for it.
  after: ['deployment', 'stack'],
  linked_repo: ['repo'],
  alerters: ['alerter'],
  servers: ['server'],
  server_ids: ['server'],
};
/** Fields of a config that are called like the kind they name; `repo` there is the path of a repository. */
const inConfigs: readonly ResourceKind[] = ['server', 'swarm', 'builder', 'build'];

/** What a text of this meaning is the name of. */
export function kindsNamedBy(
  { owner, field, variant }: Meaning,
  schema: Schema,
): readonly NameKind[] {
  if (owner?.kind === 'tagged' && owner.name === 'ResourceTarget') {
    const kind = kindOfTarget(variant);
    return kind ? [kind] : [];
  }
  if (owner?.kind !== 'struct' || !field) return [];
  if (owner.name === 'RunSync' && field.name === 'resources') {
    const kind = kindOfTarget(variant);
    return kind ? [kind] : [];
  }
  const names = [field.name, ...field.aliases];
  const known = names.map((name) => byField[name]).find((kinds) => kinds !== undefined);
  if (known) return known;
  const isParams = paramsOf(owner.name, schema) !== undefined;
  if (isParams && names.includes('sync')) return ['resource_sync'];
  const possible = isParams ? resourceKinds : inConfigs;
  return possible.filter((kind) => names.includes(kind));
}

/** What a key names wherever it stands, for one that was written where Komodo does not know it. */
export function kindsNamedLike(key: string | undefined): readonly NameKind[] {
  if (key === undefined) return [];
  return byField[key] ?? inConfigs.filter((kind) => kind === key);
}

/** `ResourceSync` → `resource_sync`. */
export function kindOfTarget(variant: string | undefined): HeaderKind | undefined {
  const name = variant?.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  return headerKinds.find((kind) => kind === name);
}

/** The kind that a Batch execution picks from: `BatchDeployStack` is many `DeployStack`, so it picks stacks. */
export function kindOfBatch(type: string, schema: Schema): ResourceKind | undefined {
  if (!type.startsWith('Batch')) return undefined;
  const single = paramsOf(type.slice('Batch'.length), schema);
  return single && resourceKinds.find((kind) => single.byName.has(kind));
}
