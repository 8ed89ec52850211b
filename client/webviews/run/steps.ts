/** Which steps the panel shows and in what words: a pure function of the run, of what is folded, and of the time. */
import { clockText, durationText } from '../../../komodo/runs/duration.ts';
import { hasEnded } from '../../../komodo/runs/index.ts';
import type { Run, RunExecution, RunStage, StepStatus } from '../../../komodo/runs/index.ts';
import type { ShownRun, StepPlace } from '../../../protocol/runPanel.ts';

/** A row of the tree of steps. */
export interface StepView {
  /** Its path from the outermost run, `1/0/2`; stays the same while the run goes on. */
  readonly key: string;
  readonly kind: 'stage' | 'execution';
  readonly place: StepPlace;
  /** `lost`: it was running when the run could not be followed any more. */
  readonly status: StepStatus | 'lost';
  /** A stage's name, or what is executed, e.g. `DeployStack`. */
  readonly label: string;
  /** What it is about: a target's name, parameters; empty when there is nothing to add. */
  readonly detail: string;
  /** How long it took or takes; empty when it has not begun or its time is not known. */
  readonly time: string;
  readonly error?: string;
  /** The nested run shown with it is a guess. */
  readonly doubtful: boolean;
  /** Whether the steps below are shown; missing when there are none. */
  readonly open?: boolean;
  /** Ids of the Updates at or below it. */
  readonly runs: readonly string[];
  /** Ids of the Updates whose lines are shown as its log: its own, else that of the Procedure it stands in. */
  readonly log: readonly string[];
  /** Id of the nested run that can be cancelled by itself. */
  readonly cancellable?: string;
  /** The steps below, shown or not. */
  readonly steps: readonly StepView[];
}

/** What somebody folded or unfolded by hand: key of a step → open. */
export type Folds = Readonly<Record<string, boolean>>;

interface Reading {
  readonly folds: Folds;
  /** By Core's clock. */
  readonly now: number;
  readonly followed: boolean;
}

/** The stages of the outermost run, with everything below them. `now` is by the clock of this machine. */
export function stepsOf(shown: ShownRun, folds: Folds, now: number): readonly StepView[] {
  const { run, clockShift, followed } = shown;
  return stageViews(run, '', { folds, now: now - clockShift, followed });
}

const stageViews = (run: Run, above: string, reading: Reading): readonly StepView[] =>
  run.stages.map((stage, index) => stageView(run, stage, index, above, reading));

/** What an icon alone would not say. */
const remarks: Partial<Record<StepStatus, string>> = {
  skipped: 'disabled',
  interrupted: 'interrupted',
};

function stageView(
  run: Run,
  stage: RunStage,
  index: number,
  above: string,
  reading: Reading,
): StepView {
  const key = `${above}${index}`;
  const place = { run: run.id, stage: stage.index ?? index };
  const steps = stage.executions.map((execution, number) =>
    executionView(execution, { ...place, execution: number }, `${key}/${number}`, reading),
  );
  return {
    ...commonView(stage, reading),
    ...foldView(key, steps, true, reading),
    key,
    kind: 'stage',
    place,
    label: stage.name === '' ? `Stage ${place.stage + 1}` : stage.name,
    detail: remarks[stage.status] ?? '',
    doubtful: false,
    ...logOf(
      steps.flatMap(({ runs }) => runs),
      stage,
      run.id,
    ),
  };
}

function executionView(
  execution: RunExecution,
  place: StepPlace,
  key: string,
  reading: Reading,
): StepView {
  const child = isLost(execution) ? undefined : execution.child;
  const steps = child ? nestedViews(child, `${key}/`, reading) : [];
  const ofInterest = execution.status === 'running' || execution.status === 'failed';
  return {
    ...commonView(execution, reading),
    ...foldView(key, steps, ofInterest, reading),
    key,
    kind: 'execution',
    place,
    label: execution.type,
    detail: [execution.target ?? execution.params, remarks[execution.status] ?? '']
      .filter((part) => part !== '')
      .join(' · '),
    doubtful: execution.link === 'doubtful',
    ...logOf(child ? runIds(child) : [], execution, place.run),
    ...(child && reading.followed && canCancel(child) ? { cancellable: child.id } : {}),
  };
}

/**
 * Whether Core has lost the Update of what it could not begin (a DeployStackIfChanged): that one never ends and has no
 * log, so what Core says of the execution is all there is.
 */
const isLost = ({ status, child }: RunExecution): boolean =>
  status === 'failed' && child !== undefined && !hasEnded(child.status);

/** A nested Procedure of one stage shows its executions at once: the stage's name would only cost a row. */
function nestedViews(child: Run, above: string, reading: Reading): readonly StepView[] {
  const stages = stageViews(child, above, reading);
  return stages.length === 1 ? stages.flatMap(({ steps }) => steps) : stages;
}

function commonView(
  step: RunStage | RunExecution,
  { now, followed }: Reading,
): Pick<StepView, 'status' | 'time' | 'error'> {
  const lost = !followed && step.status === 'running';
  return {
    status: lost ? 'lost' : step.status,
    time: lost ? '' : timeText(step, now),
    ...(step.error === undefined ? {} : { error: step.error }),
  };
}

/** What leaves no log of its own, as Sleep, is told of in the log of its Procedure, as soon as it has begun. */
function logOf(
  runs: readonly string[],
  { status }: RunStage | RunExecution,
  procedure: string,
): Pick<StepView, 'runs' | 'log'> {
  const begun = status !== 'waiting' && status !== 'skipped' && status !== 'not-run';
  return { runs, log: runs.length === 0 && begun ? [procedure] : runs };
}

function foldView(
  key: string,
  steps: readonly StepView[],
  openAtFirst: boolean,
  { folds }: Reading,
): Pick<StepView, 'open' | 'steps'> {
  return steps.length === 0 ? { steps } : { steps, open: folds[key] ?? openAtFirst };
}

function timeText(step: RunStage | RunExecution, now: number): string {
  if (step.start === undefined) return '';
  if (step.end !== undefined) return durationText(step.end - step.start);
  return step.status === 'running' ? clockText(now - step.start) : '';
}

function runIds(run: Run): readonly string[] {
  const below = run.stages.flatMap(({ executions }) =>
    executions.flatMap(({ child }) => (child ? runIds(child) : [])),
  );
  return [run.id, ...below];
}

/** Core cancels Procedures and Actions, nothing else. */
const canCancel = (run: Run): boolean =>
  !hasEnded(run.status) && (run.kind === 'Procedure' || run.kind === 'Action');

/** The rows as they stand below one another, folded ones left out, with their depth (1 first). */
export function visibleRows(
  steps: readonly StepView[],
  depth = 1,
): readonly { readonly step: StepView; readonly depth: number }[] {
  return steps.flatMap((step) => [
    { step, depth },
    ...(step.open === true ? visibleRows(step.steps, depth + 1) : []),
  ]);
}

/**
 * The folds after a look at the steps: what is open now stays open, so that nothing jumps away under somebody's eyes when
 * it ends well.
 */
export function withOpenKept(folds: Folds, steps: readonly StepView[]): Folds {
  const opened = visibleRows(steps)
    .map(({ step }) => step)
    .filter(({ key, open }) => open === true && folds[key] === undefined);
  if (opened.length === 0) return folds;
  return { ...folds, ...Object.fromEntries(opened.map(({ key }) => [key, true])) };
}

/** The step with this key, or undefined. */
export function findStep(steps: readonly StepView[], key: string): StepView | undefined {
  for (const step of steps) {
    const found = step.key === key ? step : findStep(step.steps, key);
    if (found) return found;
  }
  return undefined;
}

/** The innermost step that failed first: where somebody would look when the run has failed. */
export function firstFailure(steps: readonly StepView[]): StepView | undefined {
  const failed = steps.find(({ status }) => status === 'failed');
  return failed && (firstFailure(failed.steps) ?? failed);
}

/** Key of the last row in view that is running: where the run is at. */
export function newestRunning(steps: readonly StepView[]): string | undefined {
  const rows = visibleRows(steps);
  return rows.findLast(({ step }) => step.status === 'running')?.step.key;
}
