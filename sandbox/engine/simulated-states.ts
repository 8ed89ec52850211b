/** The states of Stacks and Deployments that simulated executions have led to, and what was deployed. Nothing runs anywhere. */
import type { Resource } from '../store/resources.ts';
import type { Execution } from './execution.ts';
import type { StackFile } from './stack-files.ts';

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
  readonly #files = new Map<string, readonly StackFile[] | 'none'>();

  /** Core's word for the state; undefined until an execution has led to one. */
  of({ _id }: Resource): string | undefined {
    return this.#states.get(_id.$oid);
  }

  /**
   * The files as they were when the Stack was last deployed, or restarted for a change in them; 'none' where it had none to
   * compare. Undefined for one that was never deployed.
   */
  deployedFiles({ _id }: Resource): readonly StackFile[] | 'none' | undefined {
    return this.#files.get(_id.$oid);
  }

  /**
   * An execution on some services says nothing of the others, so the state stays.
   * @param files of the Stack, as they are now
   */
  take({ type, params }: Execution, { _id }: Resource, files?: readonly StackFile[]): void {
    if (type.startsWith('DeployStack')) this.#files.set(_id.$oid, files ?? 'none');
    const { services } = params;
    const state = leaves[type];
    const isWhole = !Array.isArray(services) || services.length === 0;
    if (state !== undefined && isWhole) this.#states.set(_id.$oid, state);
  }

  /** A restart for changes in files has them count as deployed. */
  takeFiles({ _id }: Resource, files: readonly StackFile[] | undefined): void {
    this.#files.set(_id.$oid, files ?? 'none');
  }
}
