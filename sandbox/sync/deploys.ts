/** What a sync deploys because of `deploy = true`: shown with what is pending, and done at the end of a run. */
import type { Core } from '../core.ts';
import { withDefaults } from '../engine/defaults.ts';
import { operationOf, targetOf } from '../engine/execution.ts';
import { bold, info, red } from '../engine/log.ts';
import { simulate } from '../engine/simulated.ts';
import { beginUpdate, finishUpdate } from '../engine/updates.ts';
import { asCoreError } from '../errors.ts';
import type { JsonObject } from '../json/tree.ts';
import { syncUser } from '../store/users.ts';
import type { Target } from '../wire.ts';
import type { Described } from '../workspace/read-files.ts';
import type { KindLog } from './lines.ts';

/** A Stack or Deployment by its name, why it is deployed, and what is deployed before. */
export interface Deploy extends JsonObject {
  readonly target: Target & JsonObject;
  readonly reason: string;
  readonly after: (Target & JsonObject)[];
}

/** Whether the resource of a file is there already. */
export type IsKnown = (described: Pick<Described, 'kind' | 'name'>) => boolean;

/**
 * What is to be deployed, as Core finds it out. One that is there has an unknown state here, as it has on Core without a
 * Server, and Core leaves such alone.
 */
export function deploysOf(resources: readonly Described[], isKnown: IsKnown): Deploy[] {
  const due = resources.filter(
    (described) =>
      described.deploy &&
      (described.kind === 'Stack' || described.kind === 'Deployment') &&
      !isKnown(described),
  );
  const deploys = due.map(({ kind, name, after }) => ({
    target: { type: kind, id: name },
    reason: 'deploy on creation',
    after: after.map((other) => afterTarget(kind, name, other, resources, isKnown)),
  }));
  const isDue = (target: Target) => deploys.some((each) => isSame(each.target, target));
  const first = deploys.filter(
    ({ target }, place) => deploys.findIndex((each) => isSame(each.target, target)) === place,
  );
  return first.map((deploy) => ({ ...deploy, after: deploy.after.filter(isDue) }));
}

/** Core takes what is not there yet for one of the kind of what waits for it. */
function afterTarget(
  kind: Described['kind'],
  name: string,
  other: string,
  resources: readonly Described[],
  isKnown: IsKnown,
): Target & JsonObject {
  if (isKnown({ kind: 'Deployment', name: other })) return { type: 'Deployment', id: other };
  // It looks for a Deployment of the name of what waits.
  const isDeployment = resources.some((each) => each.kind === 'Deployment' && each.name === name);
  if (isDeployment) return { type: 'Deployment', id: other };
  if (isKnown({ kind: 'Stack', name: other })) return { type: 'Stack', id: other };
  return { type: kind, id: other };
}

function isSame(one: Target, other: Target): boolean {
  return one.type === other.type && one.id === other.id;
}

/** Between two rounds, in milliseconds. */
const pause = 1000;

/**
 * Deploys round by round what waits for nothing more, and logs it. Where all that is left waits for each other, that goes
 * on until Core is restarted.
 */
export async function deployAll(
  core: Core,
  deploys: readonly Deploy[],
): Promise<readonly KindLog[]> {
  if (deploys.length === 0) return [];
  const lines = [info('running executions to sync deployment / stack state')];
  let left = deploys;
  for (let round = 1; ; round++) {
    const ready = left.filter(
      ({ after }) => !left.some(({ target }) => after.some((other) => isSame(other, target))),
    );
    const errors = await Promise.all(ready.map(({ target }) => deploy(core, target)));
    ready.forEach(({ target: { type, id }, reason }, place) => {
      const error = errors[place];
      lines.push(
        error === undefined
          ? info(
              `deployed ${type} '${bold(id)}' in round ${bold(String(round))} with reason: ${reason}`,
            )
          : `${red('ERROR')}: failed to deploy ${type} '${bold(id)}' in round ${bold(String(round))} | ${error}`,
      );
    });
    if (errors.some((error) => error !== undefined)) {
      lines.push(info(`exited in round ${bold(String(round))} ${red('with errors')}`));
      return [{ stage: 'Sync Deploy', stderr: lines.join('\n'), success: false }];
    }
    left = left.filter((each) => !ready.includes(each));
    if (left.length === 0) {
      lines.push(info(`finished after ${bold(String(round))} round${round > 1 ? 's' : ''}`));
      return [{ stage: 'Sync Deploy', stdout: lines.join('\n'), success: true }];
    }
    await core.timers.sleep(pause);
  }
}

/** Why it could not be done. The Update of such a one is never finished, on Core neither. */
async function deploy(core: Core, { type, id }: Target): Promise<string | undefined> {
  const execution =
    type === 'Stack'
      ? { type: 'DeployStack', params: withDefaults(core, 'DeployStack', { stack: id }) }
      : { type: 'Deploy', params: withDefaults(core, 'Deploy', { deployment: id }) };
  try {
    const target = targetOf(core, execution);
    const update = beginUpdate(core, operationOf(execution), target, syncUser);
    await simulate(core, execution, update);
    finishUpdate(core, update);
    return undefined;
  } catch (error) {
    return asCoreError(error).chain.join(': ');
  }
}
