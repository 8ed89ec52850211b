/** What Core finds out before it asks a Server: that an execution cannot work. */
import type { Core } from '../core.ts';
import { CoreError } from '../errors.ts';
import type { Json } from '../json/tree.ts';
import { textOf } from '../json/tree.ts';
import type { Resource } from '../store/resources.ts';
import type { Execution } from './execution.ts';
import { targetParam } from './execution.ts';

/** Executions on Stacks and Deployments that know both Servers and Swarms; the others are for Servers alone. */
const forBoth = [
  'DeployStack',
  'DeployStackIfChanged',
  'DestroyStack',
  'Deploy',
  'DestroyDeployment',
];

/** Throws Core's reason. */
export function refuseImpossible(
  core: Core,
  { type }: Execution,
  resource: Resource | undefined,
): void {
  const config = resource?.config ?? {};
  if (resource && targetParam(core, type)?.kind === 'Server') refuseDisabled(resource);
  if (/Stack(IfChanged|Service)?$|^Deploy$|Deployment$/.test(type))
    refuseUnattached(core, type, config);
  if ((type === 'RunBuild' || type === 'BuildRepo') && !given(config.builder_id)) {
    throw new CoreError(`Must attach builder to ${type}`);
  }
  if (type === 'PullRepo' || type === 'CloneRepo') {
    if (!given(config.server_id)) throw new CoreError('repo has no server attached');
    refuseDisabled(core.resources.get('Server', textOf(config.server_id)));
  }
  if (type === 'CancelBuild' && !isUnderWay(core, resource)) {
    throw new CoreError('Build is not building.');
  }
  if (type === 'CancelRepoBuild' && !isUnderWay(core, resource)) {
    throw new CoreError('Repo is not building.');
  }
}

function refuseUnattached(core: Core, type: string, config: Resource['config']): void {
  if (given(config.swarm_id)) return;
  if (!given(config.server_id)) {
    // Without a Server, Core takes the resource for one of a Swarm.
    if (!forBoth.includes(type)) {
      const kind = type.endsWith('Deployment') ? 'Deployment' : 'Stack';
      const what = /^(Start|Stop|Restart|Pause|Unpause)Stack$/.test(type)
        ? 'Compose executions (Start, Stop, Restart)'
        : type;
      throw new CoreError(`${what} should not be called for ${kind} in Swarm Mode`);
    }
    throw new CoreError('Must attach either swarm or server');
  }
  if (core.resources.find('Server', textOf(config.server_id))?.config.enabled !== true) {
    throw new CoreError('Cannot send command when Server is unreachable or disabled');
  }
}

function refuseDisabled({ config }: Resource): void {
  if (config.enabled !== true) throw new CoreError('server not enabled');
}

function given(id: Json | undefined): boolean {
  return typeof id === 'string' && id !== '';
}

function isUnderWay(core: Core, resource: Resource | undefined): boolean {
  return resource !== undefined && core.runs.isBusy(resource._id.$oid);
}
