/** RunSync, for real where the sandbox has what the sync reads: the resources that it makes and changes are in memory. */
import type { Caller, Core } from '../core.ts';
import { fails, simulatedFailure } from '../engine/simulate-failure.ts';
import { bold, blue, green, red } from '../engine/log.ts';
import { addLog } from '../engine/updates.ts';
import { asCoreError, CoreError } from '../errors.ts';
import { isObjectId } from '../ids.ts';
import { textOf, type JsonObject } from '../json/tree.ts';
import { changedConfig, defaultConfig } from '../store/configs.ts';
import { kinds } from '../store/kinds.ts';
import type { Resource } from '../store/resources.ts';
import { syncUser } from '../store/users.ts';
import type { Kind, Update } from '../wire.ts';
import { create, remove, update as change } from '../write/resources.ts';
import type { Described } from '../workspace/read-files.ts';
import { contentsOf, type SyncContents } from './contents.ts';
import { deltasOf, isMatched, variableDeltas, type Deltas } from './deltas.ts';
import { deployAll, deploysOf, type Find } from './deploys.ts';
import { Lines, type KindLog } from './lines.ts';
import { refreshPending } from './pending.ts';
import { applyGroups } from './user-groups.ts';

/** The order in which Core goes: each kind finds what it names. */
const order: readonly Kind[] = [
  'Server',
  'Alerter',
  'Action',
  'Swarm',
  'Builder',
  'Repo',
  'Build',
  'Stack',
  'ResourceSync',
  'Deployment',
  'Procedure',
];

/** How often Core tries Procedures that name each other. */
const mostRounds = 10;

const caller: Caller = { id: syncUser };

/** What a run wants of all that the sync holds: one kind, or some names. */
interface Wanted {
  readonly kind: string | undefined;
  readonly names: readonly string[] | undefined;
}

export function isRunnable(core: Core, sync: Resource): boolean {
  return contentsOf(core, sync) !== undefined;
}

/** Does what the sync says, and logs it. Throws why Core would not begin. */
export async function runSync(
  core: Core,
  sync: Resource,
  params: JsonObject,
  update: Update,
): Promise<void> {
  await core.runs.on(sync._id.$oid, 'RunSync', async () => {
    core.updates.announce(update);
    const contents = contentsOf(core, sync)!;
    for (const { stage, ...log } of contents.logs) addLog(core, update, stage, log);
    core.updates.announce(update);
    // Others get their turn, as they do while Core reads.
    await core.timers.sleep(0);
    if (contents.errors.length > 0) throw new CoreError('Found file errors. Cannot execute sync.');
    if (contents.problem) throw contents.problem;
    if (fails(core, sync)) throw new CoreError(simulatedFailure);
    const wanted = wantedOf(core, params);
    const deploys = deploysOf(core, contents.resources, findIn(core, sync, wanted));
    const logs = [...apply(core, sync, contents, wanted), ...(await deployAll(core, deploys))];
    if (logs.length === 0) {
      addLog(core, update, 'No Changes', { stdout: `${green('nothing to do')}. exiting.` });
      return;
    }
    for (const { stage, ...log } of logs) addLog(core, update, stage, log);
    sync.info = { ...(sync.info as JsonObject), last_sync_ts: core.clock.now() };
    refreshPending(core, sync);
  });
}

function wantedOf(core: Core, { resource_type = null, resources = null }: JsonObject): Wanted {
  const kind = resource_type === null ? undefined : textOf(resource_type);
  if (!Array.isArray(resources)) return { kind, names: undefined };
  // Ids are names of nothing, and known where it is said of what they are.
  const of = kinds.find((facts) => facts.kind === kind)?.kind;
  const nameOf = (nameOrId: string) =>
    kind !== undefined && isObjectId(nameOrId)
      ? ((of && core.resources.find(of, nameOrId)?.name) ?? [])
      : nameOrId;
  return { kind, names: resources.map(textOf).flatMap(nameOf) };
}

/** Where a run is for one kind or for some names, Core looks for what is to be deployed among those alone. */
function findIn(core: Core, sync: Resource, { kind: only, names }: Wanted): Find {
  return (kind, name) => {
    const known = core.resources.list(kind).find((resource) => resource.name === name);
    if (!known || !isMatched(core, sync, kind, known)) return undefined;
    const isWanted = (only === undefined || only === kind) && (names?.includes(name) ?? true);
    return isWanted ? known : undefined;
  };
}

function apply(
  core: Core,
  sync: Resource,
  contents: SyncContents,
  wanted: Wanted,
): readonly KindLog[] {
  const isAll = wanted.kind === undefined && !wanted.names;
  // Core compares groups before it changes anything, and may find a pattern that it cannot read.
  const groups = isAll ? applyGroups(core, sync, contents) : undefined;
  return [
    ...(isAll ? applyVariables(core, sync, contents) : []),
    ...(groups ? [groups] : []),
    ...order.flatMap((kind) => applyKind(core, sync, kind, contents, wanted)),
  ];
}

function applyVariables(core: Core, sync: Resource, contents: SyncContents): KindLog[] {
  const deltas = variableDeltas(core, sync, contents);
  if (Object.values(deltas).every((list: readonly unknown[]) => list.length === 0)) return [];
  const lines = new Lines('running updates on Variables');
  for (const variable of deltas.create) {
    try {
      core.variables.create({ ...variable });
      lines.done(`${green('created')} variable '${bold(variable.name)}'`);
    } catch (error) {
      lines.failed(`failed to create variable '${bold(variable.name)}'`, error);
    }
  }
  for (const { current, proposed } of deltas.update) {
    const { name } = proposed;
    try {
      if (current.value !== proposed.value) {
        core.variables.setValue(name, proposed.value);
        lines.done(`${blue('updated')} variable '${bold(name)}' value`);
      }
      if (current.description !== proposed.description)
        lines.done(`${blue('updated')} variable '${bold(name)}' description`);
      if (current.is_secret !== proposed.is_secret)
        lines.done(`${blue('updated')} variable '${bold(name)}' is secret`);
      core.variables.put({ ...proposed });
    } catch (error) {
      lines.failed(`failed to update variable value for '${bold(name)}'`, error);
    }
  }
  for (const { name } of deltas.remove) {
    core.variables.delete(name);
    lines.done(`${red('deleted')} variable '${bold(name)}'`);
  }
  return [lines.log('Update Variables')];
}

function applyKind(
  core: Core,
  sync: Resource,
  kind: Kind,
  contents: SyncContents,
  { kind: only, names }: Wanted,
): KindLog[] {
  if (only !== undefined && only !== kind) return [];
  const isNamed = ({ name }: { readonly name: string }) => names?.includes(name) ?? true;
  const all = deltasOf(core, sync, kind, contents);
  const deltas: Deltas = {
    create: all.create.filter(isNamed),
    update: all.update.filter(({ described }) => isNamed(described)),
    remove: all.remove.filter(isNamed),
  };
  if (Object.values(deltas).every((list: readonly unknown[]) => list.length === 0)) return [];
  const lines = new Lines(`running updates on ${kind}s`);
  if (kind === 'Procedure') return [applyProcedures(core, deltas, lines)];
  for (const described of deltas.create) make(core, described, lines);
  for (const { resource, described } of deltas.update) {
    const what = `${kind} '${bold(described.name)}'`;
    changeMeta(core, resource, described, lines);
    try {
      if (changeConfig(core, resource, described))
        lines.done(`${blue('updated')} ${what} configuration`);
    } catch (error) {
      lines.failed(`failed to update config on ${what}`, error);
    }
  }
  takeAway(core, kind, deltas, lines);
  return [lines.log(`Update ${kind}s`)];
}

/** Procedures can name each other, so Core goes round until all are there; after the last round it says only that. */
function applyProcedures(core: Core, { create: made, update, remove: gone }: Deltas, lines: Lines) {
  takeAway(core, 'Procedure', { create: [], update: [], remove: gone }, lines);
  let [toUpdate, toCreate] = [update, made];
  for (let round = 1; round <= mostRounds; round++) {
    toUpdate = toUpdate.filter(({ resource, described }) => {
      changeMeta(core, resource, described, lines);
      try {
        changeConfig(core, resource, described);
      } catch {
        return true;
      }
      lines.done(`Procedure '${bold(described.name)}' updated`);
      return false;
    });
    toCreate = toCreate.filter((described) => makeOne(core, described, lines) !== undefined);
    if (toUpdate.length === 0 && toCreate.length === 0) return lines.log('Update Procedures');
  }
  const stderr = 'procedure sync loop exited after max iterations';
  return { stage: 'run procedure', stderr, success: false };
}

function make(core: Core, described: Described, lines: Lines): void {
  const error = makeOne(core, described, lines);
  if (error === undefined) return;
  lines.failed(`failed to create ${described.kind} '${bold(described.name)}'`, error);
}

/** Makes a resource; otherwise the error. */
function makeOne(core: Core, described: Described, lines: Lines): CoreError | undefined {
  const { kind, name } = described;
  try {
    const resource = create(core, kind, { name, config: wholeConfig(core, described) }, caller);
    setMeta(core, resource, described);
  } catch (error) {
    return asCoreError(error);
  }
  lines.done(`${blue('updated')} ${kind} '${bold(name)}' meta`);
  lines.done(`${green('created')} ${kind} '${bold(name)}'`);
  return undefined;
}

/** What a file does not give has its default. */
function wholeConfig(core: Core, { kind, config }: Described): JsonObject {
  return changedConfig(core.schema, kind, defaultConfig(core.schema, kind), config);
}

function changeConfig(core: Core, resource: Resource, described: Described): boolean {
  const before = JSON.stringify(resource.config);
  change(core, described.kind, resource, wholeConfig(core, described), caller);
  return JSON.stringify(resource.config) !== before;
}

function changeMeta(core: Core, resource: Resource, described: Described, lines: Lines): void {
  const metaOf = ({ description, template, tags }: Resource) =>
    JSON.stringify([description, template, tags]);
  const before = metaOf(resource);
  setMeta(core, resource, described);
  if (metaOf(resource) === before) return;
  lines.done(`${blue('updated')} ${described.kind} '${bold(described.name)}' meta`);
}

function setMeta(core: Core, resource: Resource, { description, template, tags }: Described): void {
  Object.assign(resource, { description, template, tags: core.tags.idsMade(tags, syncUser) });
}

function takeAway(core: Core, kind: Kind, { remove: gone }: Deltas, lines: Lines): void {
  for (const resource of gone) {
    const what = `${kind} '${bold(resource.name)}'`;
    try {
      remove(core, kind, resource, caller);
      lines.done(`${red('deleted')} ${what}`);
    } catch (error) {
      lines.failed(`failed to delete ${what}`, error);
    }
  }
}
