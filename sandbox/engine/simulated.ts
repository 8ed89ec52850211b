/** What the sandbox cannot do: it checks what Core checks first, then lets the steps pass by, and says so. */
import type { Core } from '../core.ts';
import type { Resource } from '../store/resources.ts';
import type { Target, Update } from '../wire.ts';
import type { Execution } from './execution.ts';
import { refuseImpossible } from './impossible.ts';
import { fails, simulatedFailure } from './simulate-failure.ts';
import { stackFiles } from './stack-files.ts';
import { addLog } from './updates.ts';

/** One step: the stage of its log, the command it stands for, and how long it takes in milliseconds. */
interface Step {
  readonly stage: string;
  readonly command?: string;
  readonly ms: number;
}

/** Whether Core finds out that it is impossible only after it has told that it begins. */
const isToldFirst = (type: string, target: Target): boolean =>
  type === 'PullRepo' || type === 'CloneRepo' || target.type === 'Server';

export async function simulate(core: Core, execution: Execution, update: Update): Promise<void> {
  const { type, id } = update.target;
  const resource = type === 'System' ? undefined : core.resources.get(type, id);
  if (!isToldFirst(execution.type, update.target)) refuseImpossible(core, execution, resource);
  await core.runs.on(id, execution.type, () => {
    core.updates.announce(update);
    refuseImpossible(core, execution, resource);
    return passBy(core, execution, resource, update);
  });
}

async function passBy(
  core: Core,
  execution: Execution,
  resource: Resource | undefined,
  update: Update,
): Promise<void> {
  const steps = stepsOf(execution, resource);
  for (const [index, { stage, command = '', ms }] of steps.entries()) {
    if (index > 0) core.updates.announce(update);
    const start_ts = core.clock.now();
    await core.timers.sleep(ms);
    const last = index === steps.length - 1;
    const isFailing = last && resource !== undefined && fails(core, resource);
    const log = isFailing
      ? { stderr: simulatedFailure, success: false }
      : { stdout: `simulated: nothing was done to ${resource?.name ?? 'Core'}` };
    if (last && resource && !isFailing) {
      const files = update.target.type === 'Stack' ? stackFiles(core, resource) : undefined;
      core.simulatedStates.take(execution, resource, files);
    }
    addLog(core, update, stage, { ...log, command, start_ts });
  }
}

function stepsOf({ type, params }: Execution, resource: Resource | undefined): readonly Step[] {
  const name = resource?.name ?? '';
  const compose = (words: string) => `docker compose -p ${name} ${words}`;
  switch (type) {
    case 'DeployStack':
    case 'DeployStackIfChanged':
      return [
        { stage: 'Compose Config', command: compose('config'), ms: 200 },
        { stage: 'Compose Pull', command: compose('pull'), ms: 700 },
        { stage: 'Compose Up', command: compose('up -d'), ms: 900 },
      ];
    case 'Deploy':
      return [
        { stage: 'Pull Image', command: 'docker pull', ms: 600 },
        { stage: 'Docker Run', command: `docker run -d --name ${name}`, ms: 600 },
      ];
    case 'RunBuild':
      return [
        { stage: 'Clone Repo', command: 'git clone', ms: 400 },
        { stage: 'Docker Build', command: 'docker build', ms: 1500 },
        { stage: 'Docker Push', command: 'docker push', ms: 500 },
      ];
    case 'CloneRepo':
      return [
        { stage: 'Clone Repo', command: 'git clone', ms: 500 },
        { stage: 'Latest Commit', command: 'git rev-parse --short HEAD', ms: 100 },
      ];
    case 'PullRepo':
      return [
        { stage: 'Git pull', command: 'git pull --rebase --force', ms: 400 },
        { stage: 'Latest Commit', command: 'git rev-parse --short HEAD', ms: 100 },
      ];
    default: {
      const { container } = params;
      const what = typeof container === 'string' ? `${spaced(type)}: ${container}` : spaced(type);
      return [{ stage: what, ms: 500 }];
    }
  }
}

/** `PruneDockerBuilders` in words. */
function spaced(type: string): string {
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
