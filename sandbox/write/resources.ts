/** Create, Copy, Update, Rename and Delete of every kind of resource, and UpdateResourceMeta. */
import type { Caller, Core } from '../core.ts';
import { recordDone } from '../engine/updates.ts';
import { CoreError } from '../errors.ts';
import { isWritten, resourceToml } from '../export/resource-toml.ts';
import { isObjectId } from '../ids.ts';
import type { JsonObject } from '../json/tree.ts';
import { changedConfig, firstConfig } from '../store/configs.ts';
import { factsOf, kinds, nameOf } from '../store/kinds.ts';
import type { Resource } from '../store/resources.ts';
import type { Kind, Operation, Target } from '../wire.ts';
import type { Writes } from './index.ts';
import { storedConfig } from './stored-config.ts';

/** A resource to be made or changed, as a request or a file has it. */
interface Named {
  readonly name: string;
  readonly config: JsonObject;
}

/** Makes a resource. Throws Core's reason for a name or a config that it refuses. */
export function create(core: Core, kind: Kind, { name, config }: Named, caller: Caller): Resource {
  if (name === '') {
    throw new CoreError('Must provide non-empty name for resource', { status: 400 });
  }
  if (isObjectId(name)) {
    throw new CoreError('Valid ObjectIds cannot be used as names', { status: 400 });
  }
  const given = nameOf(kind, name);
  if (core.resources.find(kind, given)) {
    const message = `Resource with name '${given}' already exists`;
    throw new CoreError(message, { status: 409 });
  }
  const first = firstConfig(core.schema, kind);
  const stored = changedConfig(core.schema, kind, first, storedConfig(core, kind, config));
  const resource: Resource = {
    _id: { $oid: core.newId() },
    name: given,
    description: '',
    template: false,
    tags: [],
    info: structuredClone(factsOf(kind).info),
    config: stored,
    base_permission: 'None',
    updated_at: core.clock.now(),
  };
  core.resources.put(kind, resource);
  const id = resource._id.$oid;
  const created = `Created ${kind}\nid: ${id}\nname: ${given}`;
  recordDone(core, operation('Create', kind), targetOf(kind, resource), caller.id, [
    { stage: `Create ${kind}`, stdout: created },
    { stage: 'Config', stdout: JSON.stringify(stored, null, 2) },
  ]);
  return resource;
}

/** Changes the given fields of a config; without a change there is no Update. */
export function update(
  core: Core,
  kind: Kind,
  resource: Resource,
  change: JsonObject,
  caller: Caller,
): Resource {
  refuseBusy(core, kind, resource);
  const stored = storedConfig(core, kind, change, resource);
  const config = changedConfig(core.schema, kind, resource.config, stored);
  if (JSON.stringify(config) === JSON.stringify(resource.config)) return resource;
  const before = tomlIn(core, kind, resource);
  resource.config = config;
  const after = tomlIn(core, kind, resource);
  recordDone(core, operation('Update', kind), targetOf(kind, resource), caller.id, [], {
    ...(before !== undefined && { prev_toml: before }),
    ...(after !== undefined && { current_toml: after }),
  });
  return resource;
}

/** Undefined for what Core writes into no file. */
function tomlIn(core: Core, kind: Kind, resource: Resource): string | undefined {
  return isWritten(kind, resource) ? resourceToml(core, kind, resource) : undefined;
}

export function remove(core: Core, kind: Kind, resource: Resource, caller: Caller): Resource {
  refuseBusy(core, kind, resource);
  const toml = resourceToml(core, kind, resource);
  core.resources.delete(kind, resource._id.$oid);
  core.userGroups.forget(resource._id.$oid);
  recordDone(core, operation('Delete', kind), targetOf(kind, resource), caller.id, [
    { stage: `Delete ${kind}`, stdout: `Deleted ${kind} ${resource.name}` },
    { stage: 'Deleted Toml', stdout: toml },
  ]);
  return resource;
}

function rename(core: Core, kind: Kind, resource: Resource, wished: string, caller: Caller) {
  const name = nameOf(kind, wished);
  const other = core.resources.find(kind, name);
  if (other && other !== resource) {
    const message = `Failed to update ${kind} on db. This name may already be taken.`;
    throw new CoreError(message, { trace: [`the name of a ${kind} is unique`] });
  }
  const stdout = `Renamed ${kind} ${resource._id.$oid} from ${resource.name} to ${name}`;
  resource.name = name;
  resource.updated_at = core.clock.now();
  const target = targetOf(kind, resource);
  const logs = [{ stage: `Rename ${kind}`, stdout }];
  return recordDone(core, operation('Rename', kind), target, caller.id, logs);
}

function refuseBusy(core: Core, kind: Kind, { _id }: Resource): void {
  const isBusy = core.runs.isBusy(_id.$oid) || core.runs.of(_id.$oid).length > 0;
  if (isBusy) throw new CoreError(`${kind} busy`);
}

function operation(verb: 'Create' | 'Update' | 'Rename' | 'Delete', kind: Kind): Operation {
  return `${verb}${kind}`;
}

function targetOf(kind: Kind, { _id }: Resource): Target {
  return { type: kind, id: _id.$oid };
}

type Write = (core: Core, params: never, caller: Caller) => unknown;

function writesOf(kind: Kind): [string, Write][] {
  const named = (core: Core, id: string) => core.resources.get(kind, id);
  return [
    [`Create${kind}`, (core, params: Named, caller) => create(core, kind, params, caller)],
    [
      `Copy${kind}`,
      (core, { id, name }: { id: string; name: string }, caller) => {
        const { config } = named(core, id);
        return create(core, kind, { name, config }, caller);
      },
    ],
    [
      `Update${kind}`,
      (core, { id, config }: { id: string; config: JsonObject }, caller) =>
        update(core, kind, named(core, id), config, caller),
    ],
    [
      `Rename${kind}`,
      (core, { id, name }: { id: string; name: string }, caller) =>
        rename(core, kind, named(core, id), name, caller),
    ],
    [
      `Delete${kind}`,
      (core, { id }: { id: string }, caller) => remove(core, kind, named(core, id), caller),
    ],
  ];
}

export const resourceWrites = {
  ...Object.fromEntries(kinds.flatMap(({ kind }) => writesOf(kind))),
  UpdateResourceMeta(core, { target, description, template, tags }, caller) {
    if (target.type === 'System') throw new CoreError('System is no resource', { status: 400 });
    const resource = core.resources.get(target.type, target.id);
    resource.description = description ?? resource.description;
    resource.template = template ?? resource.template;
    if (tags) resource.tags = core.tags.idsMade(tags, caller.id);
    return {};
  },
} as Writes;
