/** RefreshResourceSyncPending: what a run would change, as Core keeps it with the sync. */
import type { Core } from '../core.ts';
import { errorText } from '../engine/log.ts';
import { CoreError } from '../errors.ts';
import { resourceToml, variableToml } from '../export/resource-toml.ts';
import type { Json, JsonObject } from '../json/tree.ts';
import { kinds } from '../store/kinds.ts';
import type { Resource } from '../store/resources.ts';
import type { Kind } from '../wire.ts';
import { contentsOf, isConfigured, type SyncContents } from './contents.ts';
import { asResource, deltasOf, variableDeltas } from './deltas.ts';
import { deploysOf } from './deploys.ts';
import { groupUpdates } from './user-groups.ts';

/** Compares the sync with what there is. One whose files are elsewhere stays as it was. */
export function refreshPending(core: Core, sync: Resource): Resource {
  const contents = isConfigured(sync) ? contentsOf(core, sync) : undefined;
  if (contents) sync.info = { ...(sync.info as JsonObject), ...pendingOf(core, sync, contents) };
  return sync;
}

function pendingOf(core: Core, sync: Resource, contents: SyncContents): JsonObject {
  const { files, errors } = contents;
  return {
    ...changesOf(core, sync, contents),
    remote_contents: files as unknown as Json,
    remote_errors: errors.map(({ resource_path, path, contents: text }) => {
      return { resource_path, path, contents: text };
    }),
  };
}

const nothing = {
  resource_updates: [],
  variable_updates: [],
  user_group_updates: [],
  pending_deploys: [],
  pending_deploy_error: null,
};

/** All changes, or why Core shows none. */
function changesOf(core: Core, sync: Resource, contents: SyncContents): JsonObject {
  try {
    if (contents.errors.length > 0)
      throw new CoreError('Remote resources have errors. Cannot compute diffs.');
    if (contents.problem) throw contents.problem;
    return {
      resource_updates: kinds.flatMap(({ kind }) => updatesOf(core, sync, kind, contents)),
      variable_updates: variableUpdates(core, sync, contents),
      user_group_updates: groupUpdates(core, sync, contents),
      ...pendingDeploys(core, sync, contents),
      pending_error: null,
    };
  } catch (error) {
    if (!(error instanceof CoreError)) throw error;
    return { ...nothing, pending_error: errorText(error.chain) };
  }
}

function pendingDeploys(core: Core, sync: Resource, { resources }: SyncContents): JsonObject {
  if (sync.config.include_resources !== true)
    return { pending_deploys: [], pending_deploy_error: null };
  const find = (kind: Kind, name: string) =>
    core.resources.list(kind).find((resource) => resource.name === name);
  try {
    return { pending_deploys: deploysOf(core, resources, find), pending_deploy_error: null };
  } catch (error) {
    if (!(error instanceof CoreError)) throw error;
    return { pending_deploys: [], pending_deploy_error: errorText(error.chain) };
  }
}

function updatesOf(core: Core, sync: Resource, kind: Kind, contents: SyncContents): Json[] {
  const { create, update, remove } = deltasOf(core, sync, kind, contents);
  const change = (id: string, type: string, data: JsonObject): Json => {
    return { target: { type: kind, id }, data: { type, data } };
  };
  const removed = remove.map((resource) => {
    return change(resource._id.$oid, 'Delete', { current: resourceToml(core, kind, resource) });
  });
  const ofKind = contents.resources.filter((described) => described.kind === kind);
  const made = ofKind.flatMap((described) => {
    const proposed = resourceToml(core, kind, asResource(core, described), described);
    if (create.includes(described))
      return [change('', 'Create', { name: described.name, proposed })];
    const resource = update.find((each) => each.described === described)?.resource;
    if (!resource) return [];
    const current = resourceToml(core, kind, resource, described);
    return [change(resource._id.$oid, 'Update', { proposed, current })];
  });
  return [...removed, ...made];
}

function variableUpdates(core: Core, sync: Resource, contents: SyncContents): Json[] {
  const { create, update, remove } = variableDeltas(core, sync, contents);
  return [
    ...remove.map((variable) => ({ type: 'Delete', data: { current: variableToml(variable) } })),
    ...create.map((variable) => {
      return { type: 'Create', data: { name: variable.name, proposed: variableToml(variable) } };
    }),
    ...update.map(({ current, proposed }) => {
      const data = { proposed: variableToml(proposed), current: variableToml(current) };
      return { type: 'Update', data };
    }),
  ];
}
