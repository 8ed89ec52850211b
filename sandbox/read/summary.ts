/** How many resources of a kind are in which state. */
import type { Core } from '../core.ts';
import type { Kind } from '../wire.ts';
import { listInfo } from './list-info.ts';
import { textOf } from '../json/tree.ts';

/** The words of each summary, and the states of list entries that they count; what no word counts is only in `total`. */
const counted: Readonly<Record<Kind, Readonly<Record<string, readonly string[]>>>> = {
  Swarm: { healthy: ['Healthy'], unhealthy: ['Unhealthy'], down: ['Down'], unknown: ['Unknown'] },
  Server: { healthy: ['Ok'], warning: [], unhealthy: ['NotOk'], disabled: ['Disabled'] },
  Stack: {
    running: ['running'],
    stopped: ['stopped', 'paused', 'created'],
    down: ['down'],
    unhealthy: ['unhealthy', 'restarting', 'dead', 'removing'],
    unknown: ['unknown'],
  },
  Deployment: {
    running: ['running'],
    stopped: ['exited'],
    not_deployed: ['not_deployed'],
    unhealthy: ['unhealthy', 'dead', 'restarting'],
    unknown: ['unknown'],
  },
  Build: { ok: ['Ok'], failed: ['Failed'], building: ['Building'], unknown: ['Unknown'] },
  Repo: {
    ok: ['Ok'],
    cloning: ['Cloning'],
    pulling: ['Pulling'],
    building: ['Building'],
    failed: ['Failed'],
    unknown: ['Unknown'],
  },
  Procedure: { ok: ['Ok'], running: ['Running'], failed: ['Failed'], unknown: ['Unknown'] },
  Action: { ok: ['Ok'], running: ['Running'], failed: ['Failed'], unknown: ['Unknown'] },
  ResourceSync: {
    ok: ['Ok'],
    syncing: ['Syncing'],
    pending: ['Pending'],
    failed: ['Failed'],
    unknown: ['Unknown'],
  },
  Builder: {},
  Alerter: {},
};

/** Every resource of the kind counts, templates too. */
export function summaryOf(core: Core, kind: Kind): Record<string, number> {
  const resources = core.resources.list(kind);
  const states = resources.map((resource) => textOf(listInfo[kind](core, resource).state));
  const counts = Object.entries(counted[kind]).map(([word, wanted]) => [
    word,
    states.filter((state) => wanted.includes(state)).length,
  ]);
  return { total: resources.length, ...Object.fromEntries(counts) } as Record<string, number>;
}
