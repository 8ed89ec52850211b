import { findChildren } from './children.ts';
import type { Child, NameOf, Slot } from './children.ts';
import { defined } from './defined.ts';
import { withPlan } from './plannedStages.ts';
import { failureOf, readProcedureLog } from './procedureLog.ts';
import type { Failure, LoggedStage, LoggedStep, ProcedureLog } from './procedureLog.ts';
import { hasEnded } from './run.ts';
import type { Run, RunExecution, RunLink, RunLog, RunStage, RunStatus, StepStatus } from './run.ts';
import type { CoreLog, CoreUpdate, PlannedStage } from './update.ts';

/** What the caller knows beside the Updates; each makes the tree richer, none is needed. */
export interface RunContext {
  /** Without it only Procedures have names, and the matches of a batch over other kinds are doubtful. */
  readonly nameOf?: NameOf;
  /** Stages in the config of a Procedure, by its id: shows what has not begun and what is disabled. */
  readonly stagesOf?: (procedureId: string) => readonly PlannedStage[] | undefined;
}

/**
 * The tree of a run from Core's Updates.
 * @param updates that of the run and whatever else may belong to it; the newest state of each, in any order
 * @returns undefined when `updates` lacks the root
 */
export function runOf(
  updates: Iterable<CoreUpdate>,
  rootId: string,
  context: RunContext = {},
): Run | undefined {
  const all = [...updates];
  const root = all.find((update) => update._id?.$oid === rootId);
  if (root === undefined) return undefined;
  const nameOf = knownNames(all, context.nameOf);
  return new Builder(all, nameOf, context).run(root, rootId);
}

/** What the stages of one run have in common. */
interface Circumstances {
  readonly ended: boolean;
  readonly interrupted: boolean;
  readonly failure: Failure | undefined;
  readonly children: ReadonlyMap<LoggedStep, Child>;
}

class Builder {
  private readonly claimed = new Map<string, RunLink>();
  private readonly updates: readonly CoreUpdate[];
  private readonly nameOf: NameOf;
  private readonly context: RunContext;

  constructor(updates: readonly CoreUpdate[], nameOf: NameOf, context: RunContext) {
    this.updates = updates;
    this.nameOf = nameOf;
    this.context = context;
  }

  run(update: CoreUpdate, id: string): Run {
    this.claimed.set(id, this.claimed.get(id) ?? 'certain');
    const { type: kind, id: target } = update.target;
    const log = kind === 'Procedure' ? readProcedureLog(update.logs) : undefined;
    const name = this.nameOf(kind, target) ?? log?.name;
    const status = statusOf(update, log);
    const end = update.end_ts ?? (hasEnded(status) ? update.logs.at(-1)?.end_ts : undefined);
    const failure =
      status === 'failed' || status === 'cancelled' ? failureOf(update.logs) : undefined;
    return defined({
      id,
      operation: update.operation,
      kind,
      target: kind === 'System' ? '' : target,
      name,
      operator: update.operator,
      status,
      start: update.start_ts,
      end,
      error: failure?.text,
      interrupted: update.logs.some(isShutdown) ? true : undefined,
      stages:
        log && update.operation === 'RunProcedure' ? this.stages(update, log, status, failure) : [],
      logs: update.logs.map(runLog),
    });
  }

  private stages(
    update: CoreUpdate,
    log: ProcedureLog,
    status: RunStatus,
    failure: Failure | undefined,
  ): readonly RunStage[] {
    const starts = stageStarts(update, log);
    const children = this.children(update, log, starts, failure);
    const interrupted = update.logs.some(isShutdown);
    const begun = log.stages.map((stage, i) =>
      this.stage(stage, starts[i]!, { ended: hasEnded(status), interrupted, failure, children }),
    );
    const planned = this.context.stagesOf?.(update.target.id);
    return planned
      ? withPlan(begun, planned, hasEnded(status), (kind, target) => this.named(kind, target))
      : begun;
  }

  private stage(
    stage: LoggedStage,
    start: number,
    { ended, interrupted, failure, children }: Circumstances,
  ): RunStage {
    const status = stageStatus(stage, ended);
    const blamed = blamedIn(stage, failure);
    return defined({
      name: stage.name,
      status,
      start: Math.round(start),
      end: stage.took === undefined ? undefined : Math.round(start + stage.took),
      error: stage.failed ? failure?.text : undefined,
      executions: stage.executions.map((step, i) => {
        const child = children.get(step);
        const run = child && this.run(child.update, child.update._id!.$oid);
        const known = i === blamed ? 'failed' : statusOfStep(step, run, status, i < blamed);
        const cut = known === 'ended' && interrupted && step.took === undefined;
        const stepStatus = cut ? 'interrupted' : known;
        return defined({
          type: step.type,
          target: step.target === undefined ? undefined : this.named(step.kind, step.target),
          params: step.params,
          status: stepStatus,
          start: Math.round(start),
          end: step.took === undefined ? undefined : Math.round(start + step.took),
          error: i === blamed || cut ? failure?.text : known === 'failed' ? run?.error : undefined,
          child: run,
          link: child?.link,
        }) satisfies RunExecution;
      }),
    });
  }

  private named(kind: string | undefined, target: string): string {
    return (kind && this.nameOf(kind, target)) ?? target;
  }

  private children(
    update: CoreUpdate,
    log: ProcedureLog,
    starts: readonly number[],
    failure: Failure | undefined,
  ): Map<LoggedStep, Child> {
    const last = log.stages.at(-1);
    const reckoned = last ? starts.at(-1)! + (last.took ?? 0) : 0;
    // Core writes to its database between the steps it measures: that much later anything may really have been.
    const unmeasured = update.end_ts == null ? Infinity : Math.max(0, update.end_ts - reckoned);
    const blamed = last?.executions[blamedIn(last, failure)];
    const slots = log.stages.flatMap((stage, i) =>
      stage.executions
        .filter((step) => step.kind !== undefined)
        .map((step): Slot => ({
          stage: i,
          step,
          earliest: starts[i]!,
          latest: starts[i]! + (stage.took ?? Infinity) + unmeasured,
          succeeded: stageStatus(stage, false) === 'ok',
          named: step === blamed ? failure?.updateId : undefined,
        })),
    );
    const found = findChildren(slots, this.updates, this.claimed, this.nameOf);
    return new Map([...found].map(([slot, child]) => [slot.step, child]));
  }
}

function stageStatus(stage: LoggedStage, runEnded: boolean): StepStatus {
  if (stage.failed) return 'failed';
  if (stage.took !== undefined) return 'ok';
  return runEnded ? 'ended' : 'running';
}

/** Which execution of a failed stage Core's error names, the first of equal ones; -1 for none. */
function blamedIn(stage: LoggedStage, failure: Failure | undefined): number {
  if (!stage.failed) return -1;
  return stage.executions.findIndex((step) => step.text === failure?.execution);
}

/** @param beforeBlamed Core names the first failure of a stage, so those before it went well */
function statusOfStep(
  step: LoggedStep,
  child: Run | undefined,
  stage: StepStatus,
  beforeBlamed: boolean,
): StepStatus {
  if (stage === 'ok') return 'ok';
  if (child && hasEnded(child.status)) return child.status === 'ok' ? 'ok' : 'failed';
  if (step.took === undefined) return stage === 'running' ? 'running' : 'ended';
  const cannotFail = step.kind === undefined;
  return beforeBlamed || cannotFail ? 'ok' : 'ended';
}

/** When each stage began at the earliest: the start of the log and what the stages before took. */
function stageStarts(update: CoreUpdate, log: ProcedureLog): number[] {
  let next = log.start ?? update.start_ts;
  return log.stages.map((stage) => {
    const start = next;
    next += stage.took ?? 0;
    return start;
  });
}

function statusOf(update: CoreUpdate, log: ProcedureLog | undefined): RunStatus {
  if (update.status === 'Queued') return 'queued';
  if (update.status !== 'Complete') return 'running';
  if (update.success) return 'ok';
  return log?.cancelled || update.logs.some(isCancelledCommand) ? 'cancelled' : 'failed';
}

/** Whether somebody has stopped a run of a Procedure or Action; Core calls it failed. */
export function isCancelled(update: CoreUpdate): boolean {
  return statusOf(update, readProcedureLog(update.logs)) === 'cancelled';
}

/** What a cancelled Action leaves in place of its output. */
function isCancelledCommand(log: CoreLog): boolean {
  return !log.success && log.stderr.startsWith('Command cancelled');
}

/** Core closes what was under way when it starts again. */
function isShutdown(log: CoreLog): boolean {
  return log.stage === 'Komodo shutdown';
}

/** Procedures say their names in their logs. */
function knownNames(updates: readonly CoreUpdate[], given: NameOf | undefined): NameOf {
  const logged = new Map<string, string>();
  for (const update of updates) {
    if (update.operation !== 'RunProcedure') continue;
    const { name } = readProcedureLog(update.logs);
    if (name !== undefined) logged.set(update.target.id, name);
  }
  return (kind, id) => given?.(kind, id) ?? (kind === 'Procedure' ? logged.get(id) : undefined);
}

function runLog(log: CoreLog): RunLog {
  const { stage, command, success, stdout, stderr } = log;
  return { stage, command, success, start: log.start_ts, end: log.end_ts, stdout, stderr };
}
