/** The states of Stacks and Deployments that simulated executions have led to. Nothing runs anywhere. */
import type { Resource } from '../store/resources.ts';
import type { Execution } from './execution.ts';

/** What an execution leaves behind where all of it goes well. */
const leaves: Readonly<Record<string, string>> = {
  DeployStack: 'running',
  DeployStackIfChanged: 'running',
  StartStack: 'running',
  RestartStack: 'running',
  UnpauseStack: 'running',
  PauseStack: 'paused',
  StopStack: 'stopped',
  DestroyStack: 'down',
  Deploy: 'running',
  StartDeployment: 'running',
  RestartDeployment: 'running',
  UnpauseDeployment: 'running',
  PauseDeployment: 'paused',
  StopDeployment: 'exited',
  DestroyDeployment: 'not_deployed',
};

export class SimulatedStates {
  readonly #states = new Map<string, string>();

  /** Core's word for the state; undefined until an execution has led to one. */
  of({ _id }: Resource): string | undefined {
    return this.#states.get(_id.$oid);
  }

  /** An execution on some services says nothing of the others, so the state stays. */
  take({ type, params }: Execution, { _id }: Resource): void {
    const { services } = params;
    const state = leaves[type];
    const isWhole = !Array.isArray(services) || services.length === 0;
    if (state !== undefined && isWhole) this.#states.set(_id.$oid, state);
  }
}
