import { defined } from './defined.ts';
import { executionWords, singleOf } from './executionWords.ts';
import type { RunExecution, RunStage, StepStatus } from './run.ts';
import type { PlannedExecution, PlannedStage } from './update.ts';

/** Name of a target, given as a name or an id. */
export type Naming = (kind: string | undefined, target: string) => string;

/**
 * The stages that began, with those planned around them: what is still to come, what is disabled, what the run's end
 * left out. Where the names of the stages tell that the Procedure was changed since, the plan is left aside.
 */
export function withPlan(
  begun: readonly RunStage[],
  planned: readonly PlannedStage[],
  ended: boolean,
  naming: Naming,
): readonly RunStage[] {
  const enabled = planned.filter((stage) => stage.enabled);
  if (begun.some((stage, i) => stage.name !== enabled[i]?.name)) return begun;
  const pending: StepStatus = ended ? 'not-run' : 'waiting';
  return planned.map((stage, index): RunStage => {
    const of = stage.enabled ? begun[enabled.indexOf(stage)] : undefined;
    const status = stage.enabled ? (of?.status ?? pending) : 'skipped';
    const executions = merged(of?.executions ?? [], stage, status, naming);
    return { name: stage.name, status, ...of, index, executions };
  });
}

/** In the order of the plan; a batch stands where its matches stand. */
function merged(
  begun: readonly RunExecution[],
  stage: PlannedStage,
  status: StepStatus,
  naming: Naming,
): RunExecution[] {
  const left = new Set(begun);
  const planned = (stage.executions ?? []).map((each) => ({
    ...each,
    words: plannedWords(each, naming),
    begun: [] as RunExecution[],
  }));
  for (const each of planned) {
    if (!each.enabled || singleOf(each.words.type) !== undefined) continue;
    const same = [...left].filter(
      ({ type, target }) => type === each.words.type && target === each.words.target,
    );
    const match = same.find(({ params }) => params === each.words.params) ?? same[0];
    if (match && left.delete(match)) each.begun.push(match);
  }
  for (const each of planned) {
    const single = each.enabled ? singleOf(each.words.type) : undefined;
    for (const one of left) if (one.type === single && left.delete(one)) each.begun.push(one);
  }
  const rows = planned.flatMap((each) =>
    each.begun.length > 0
      ? each.begun
      : [
          {
            ...each.words,
            status: each.enabled ? idle(each.words.type, status) : 'skipped',
          } as const,
        ],
  );
  return [...rows, ...left];
}

function plannedWords(
  { execution }: PlannedExecution,
  naming: Naming,
): Pick<RunExecution, 'type' | 'target' | 'params'> {
  const { type, kind, target, params } = executionWords(execution.type, execution.params);
  return defined({ type, target: target === undefined ? undefined : naming(kind, target), params });
}

/** What the state of a stage says of an execution that is not in the log. */
function idle(type: string, stage: StepStatus): StepStatus {
  if (stage === 'running') return 'waiting';
  // Its pattern matched nothing, which Core takes for success.
  if (stage === 'ok' && singleOf(type) !== undefined) return 'ok';
  return stage === 'waiting' || stage === 'skipped' ? stage : 'not-run';
}
