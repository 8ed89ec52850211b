import type { Run, RunExecution, RunStage, StepStatus } from '../../../../komodo/runs/index.ts';
import type { ShownRun } from '../../../../protocol/runPanel.ts';

/** Runs as test data: what a test is about is given, all else is ordinary. Core's clock is a second ahead of ours. */
export function shownRun(run: Partial<Run>, more: Partial<ShownRun> = {}): ShownRun {
  return {
    id: 'root',
    title: 'release-web',
    profile: 'production',
    core: 'komodo.lan, Komodo 2.3.2',
    simulated: false,
    clockShift: -1000,
    cancelling: false,
    followed: true,
    run: makeRun('root', run),
    ...more,
  };
}

export const makeRun = (id: string, more: Partial<Run> = {}): Run => ({
  id,
  operation: 'RunProcedure',
  kind: 'Procedure',
  target: `${id}-target`,
  operator: 'me',
  status: 'running',
  start: 10_000,
  stages: [],
  logs: [],
  ...more,
});

export const stage = (
  name: string,
  status: StepStatus,
  executions: readonly RunExecution[] = [],
  more: Partial<RunStage> = {},
): RunStage => ({ name, status, executions, ...more });

export const execution = (
  type: string,
  status: StepStatus,
  more: Partial<RunExecution> = {},
): RunExecution => ({ type, status, params: '', ...more });
