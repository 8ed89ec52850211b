/** The state of resources, as far as the sandbox knows one. */
import type { Core } from '../core.ts';
import type { JsonObject } from '../json/tree.ts';
import { factsOf } from '../store/kinds.ts';
import type { Resource } from '../store/resources.ts';
import type { Kind } from '../wire.ts';

export type RunState = 'Running' | 'Ok' | 'Failed';

/** The state of a Procedure or Action: of its run, or of the last one; Ok where there was none. */
export function runState(core: Core, kind: 'Procedure' | 'Action', { _id }: Resource): RunState {
  if (core.runs.of(_id.$oid).length > 0) return 'Running';
  return core.updates.last(`Run${kind}`, _id.$oid)?.success === false ? 'Failed' : 'Ok';
}

/** When the last run that is over began. */
export function lastRun(
  core: Core,
  kind: 'Procedure' | 'Action',
  { _id }: Resource,
): number | null {
  return core.updates.last(`Run${kind}`, _id.$oid)?.start_ts ?? null;
}

/** Beginnings of types of executions, and what an action state calls them. */
const actions: readonly (readonly [string, string])[] = [
  ['Deploy', 'deploying'],
  ['Pull', 'pulling'],
  ['Start', 'starting'],
  ['Restart', 'restarting'],
  ['Pause', 'pausing'],
  ['Unpause', 'unpausing'],
  ['Stop', 'stopping'],
  ['Destroy', 'destroying'],
  ['RunBuild', 'building'],
  ['BuildRepo', 'building'],
  ['CloneRepo', 'cloning'],
  ['RunSync', 'syncing'],
  ['RunProcedure', 'running'],
  ['PruneContainers', 'pruning_containers'],
  ['PruneNetworks', 'pruning_networks'],
  ['PruneImages', 'pruning_images'],
  ['PruneVolumes', 'pruning_volumes'],
];

/** What is under way on a resource. */
export function actionState(core: Core, kind: Kind, { _id }: Resource): JsonObject {
  const idle = factsOf(kind).actionState ?? {};
  if (kind === 'Action') return { running: core.runs.of(_id.$oid).length };
  const names = core.runs
    .typesOn(_id.$oid)
    .map((type) => actions.find(([beginning]) => type.startsWith(beginning))?.[1] ?? '')
    .filter((name) => name in idle);
  return { ...idle, ...Object.fromEntries(names.map((name) => [name, true])) };
}
