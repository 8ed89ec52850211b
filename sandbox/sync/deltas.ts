/** What a run of a ResourceSync would make, change and delete. */
import type { Core } from '../core.ts';
import { isWritten, resourceToml } from '../export/resource-toml.ts';
import { changedConfig, defaultConfig } from '../store/configs.ts';
import { factsOf } from '../store/kinds.ts';
import type { Resource } from '../store/resources.ts';
import type { Variable } from '../store/variables.ts';
import type { Kind } from '../wire.ts';
import type { Described } from '../workspace/read-files.ts';
import type { SyncContents } from './contents.ts';

export interface Deltas {
  readonly create: readonly Described[];
  readonly update: readonly { readonly resource: Resource; readonly described: Described }[];
  readonly remove: readonly Resource[];
}

/** Those of one kind. Core looks for the very name that the file has: one that it rewrites is new each time. */
export function deltasOf(
  core: Core,
  sync: Resource,
  kind: Kind,
  { resources }: SyncContents,
): Deltas {
  if (sync.config.include_resources !== true) return { create: [], update: [], remove: [] };
  const wanted = resources.filter(
    (described) => described.kind === kind && isWritten(kind, asResource(core, described)),
  );
  const known = core.resources
    .list(kind)
    .filter((resource) => isMatched(core, sync, kind, resource));
  const named = (name: string) => known.find((resource) => resource.name === name);
  return {
    create: wanted.filter(({ name }) => !named(name)),
    update: wanted.flatMap((described) => {
      const resource = named(described.name);
      return resource && differs(core, kind, resource, described) ? [{ resource, described }] : [];
    }),
    remove: deletes(sync)
      ? known.filter(({ name }) => !wanted.some((described) => described.name === name))
      : [],
  };
}

export interface VariableDeltas {
  readonly create: readonly Variable[];
  readonly update: readonly { readonly current: Variable; readonly proposed: Variable }[];
  readonly remove: readonly Variable[];
}

export function variableDeltas(
  core: Core,
  sync: Resource,
  { variables }: SyncContents,
): VariableDeltas {
  if (sync.config.include_variables !== true) return { create: [], update: [], remove: [] };
  const known = core.variables.list();
  const named = (name: string) => known.find((variable) => variable.name === name);
  return {
    create: variables.filter(({ name }) => !named(name)),
    update: variables.flatMap((proposed) => {
      const current = named(proposed.name);
      return current && JSON.stringify(current) !== JSON.stringify(proposed)
        ? [{ current, proposed }]
        : [];
    }),
    remove: deletes(sync)
      ? known.filter(({ name }) => !variables.some((variable) => variable.name === name))
      : [],
  };
}

export function deletes({ config }: Resource): boolean {
  return config.managed === true || config.delete === true;
}

/** Whether a sync goes for what has all of its tags, and this has. */
export function isMatched(core: Core, sync: Resource, kind: Kind, resource: Resource): boolean {
  const wanted = sync.config.match_tags as string[];
  const names = resource.tags.map((id) => core.tags.find(id)?.name);
  return isWritten(kind, resource) && wanted.every((tag) => names.includes(tag));
}

/** The resource that a file describes, with names where Core would have ids. What is not given has its default. */
export function asResource(core: Core, described: Described): Resource {
  const { kind, name, description, template, tags, config } = described;
  return {
    _id: { $oid: '' },
    name,
    description,
    template,
    tags,
    info: structuredClone(factsOf(kind).info),
    config: changedConfig(core.schema, kind, defaultConfig(core.schema, kind), config),
    base_permission: 'None',
    updated_at: 0,
  };
}

function differs(core: Core, kind: Kind, resource: Resource, described: Described): boolean {
  return (
    resourceToml(core, kind, resource) !== resourceToml(core, kind, asResource(core, described))
  );
}
