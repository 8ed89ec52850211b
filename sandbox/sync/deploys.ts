/** What a sync deploys because of `deploy = true`: shown with what is pending, and done at the end of a run. */
import { isDeepStrictEqual } from 'node:util';
import type { Core } from '../core.ts';
import { withDefaults } from '../engine/defaults.ts';
import { operationOf, targetOf } from '../engine/execution.ts';
import { bold, info, red } from '../engine/log.ts';
import { simulate } from '../engine/simulated.ts';
import { beginUpdate, finishUpdate } from '../engine/updates.ts';
import { asCoreError, CoreError } from '../errors.ts';
import { withNames } from '../export/resource-toml.ts';
import type { JsonObject } from '../json/tree.ts';
import type { Resource } from '../store/resources.ts';
import { syncUser } from '../store/users.ts';
import type { Kind, Target } from '../wire.ts';
import type { Described } from '../workspace/read-files.ts';
import { asResource } from './deltas.ts';
import type { KindLog } from './lines.ts';

/** A Stack or Deployment by its name, why it is deployed, and what is deployed before. */
export interface Deploy extends JsonObject {
  readonly target: Target & JsonObject;
  readonly reason: string;
  readonly after: (Target & JsonObject)[];
}

/** The resource of that name that Core has and that the sync goes for. */
export type Find = (kind: Kind, name: string) => Resource | undefined;

/** Those parts of a config with which a running one has to be deployed anew. */
const redeploying: Readonly<Record<'Stack' | 'Deployment', readonly string[]>> = {
  Stack: [
    'server_id',
    'project_name',
    'run_directory',
    'file_paths',
    'file_contents',
    'skip_secret_interp',
    'extra_args',
    'environment',
    'env_file_path',
    'additional_env_files',
    'linked_repo',
    'repo',
    'branch',
    'commit',
    'compose_cmd_wrapper',
  ],
  Deployment: [
    'server_id',
    'image',
    'image_registry_account',
    'skip_secret_interp',
    'network',
    'restart',
    'command',
    'extra_args',
    'ports',
    'volumes',
    'environment',
    'labels',
  ],
};

/**
 * What is to be deployed, as Core finds it out. Of one that is there and was never deployed here the state is unknown, as
 * on Core without a Server, and Core leaves such alone. Files of repos and hosts the sandbox does not have, and a simulated
 * build leaves no version, so nothing is deployed because of those. Throws where running ones wait for each other: Core
 * looks round such a circle until it breaks down.
 */
export function deploysOf(core: Core, resources: readonly Described[], find: Find): Deploy[] {
  const decided = new Map<Described, Deploy | null>();
  const underWay = new Set<Described>();

  function decide(described: Described): Deploy | null {
    const known = decided.get(described);
    if (known !== undefined) return known;
    if (underWay.has(described))
      throw new CoreError(`${described.kind} '${described.name}' waits for itself`);
    underWay.add(described);
    const deploy = described.deploy ? deployOf(described) : null;
    underWay.delete(described);
    decided.set(described, deploy);
    return deploy;
  }

  function deployOf(described: Described): Deploy | null {
    const { kind, name } = described;
    const after = described.after.map((other) => afterTarget(kind, name, other, resources, find));
    const because = (reason: string): Deploy => ({
      target: { type: kind, id: name },
      reason,
      after,
    });
    const original = find(kind, name);
    if (!original) return because('deploy on creation');
    const state = core.simulatedStates.of(original);
    if (state === undefined) return null;
    const words = kind.toLowerCase();
    if (state !== 'running') return because(`${words} has ${red(state)} state`);
    if (isRedeployed(core, kind as 'Stack' | 'Deployment', original, described))
      return because(`${words} config has changed`);
    if (namesBuiltVersion(original)) return null;
    const parent = after.find((target) => {
      const first = firstOf(target);
      return first && decide(first) !== null;
    });
    return parent
      ? because(`${parent.type} parent dependency '${bold(parent.id)}' is deploying`)
      : null;
  }

  const firstOf = ({ type, id }: Target) =>
    resources.find(({ kind, name }) => kind === type && name === id);
  const deploys = (['Deployment', 'Stack'] as const).flatMap((kind) =>
    resources.flatMap((described) => {
      const isFirst = firstOf({ type: kind, id: described.name }) === described;
      return (isFirst ? decide(described) : null) ?? [];
    }),
  );
  const isDue = (target: Target) => deploys.some((each) => isSame(each.target, target));
  return deploys.map((deploy) => ({ ...deploy, after: deploy.after.filter(isDue) }));
}

/** Whether the file, with defaults for what it does not give, says something else than Core has where that matters. */
function isRedeployed(
  core: Core,
  kind: 'Stack' | 'Deployment',
  original: Resource,
  described: Described,
): boolean {
  const before = withNames(core, kind, original);
  const wanted = asResource(core, described).config;
  return redeploying[kind].some((field) => !isDeepStrictEqual(before[field], wanted[field]));
}

/** Whether a Deployment runs a version of a Build that is given: Core then looks for a newer one, and first for any. */
function namesBuiltVersion({ config }: Resource): boolean {
  const image = config.image as { type: string; params: JsonObject } | undefined;
  if (image?.type !== 'Build') return false;
  return Object.values(image.params.version as JsonObject).some((part) => part !== 0);
}

/** Core takes what is not there yet for one of the kind of what waits for it. */
function afterTarget(
  kind: Kind,
  name: string,
  other: string,
  resources: readonly Described[],
  find: Find,
): Target & JsonObject {
  if (find('Deployment', other)) return { type: 'Deployment', id: other };
  // It looks for a Deployment of the name of what waits.
  const isDeployment = resources.some((each) => each.kind === 'Deployment' && each.name === name);
  if (isDeployment) return { type: 'Deployment', id: other };
  if (find('Stack', other)) return { type: 'Stack', id: other };
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
