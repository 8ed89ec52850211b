/** Runs a Procedure: its stages one after another, the executions of a stage side by side. */
import type { Core } from '../core.ts';
import { asCoreError, CoreError, Panic } from '../errors.ts';
import type { Resource } from '../store/resources.ts';
import type { Update } from '../wire.ts';
import { expanded } from './batch.ts';
import type { Execution, Stage } from './execution.ts';
import { shownExecution } from './execution.ts';
import { bold, dimmed, durationText, green, info, red } from './log.ts';
import { ProcedureLog } from './procedure-log.ts';
import { runInProcedure } from './run.ts';
import { addError, addLog } from './updates.ts';

/** Puts the run into its Update; throws only where it could not begin, or where Core would have panicked. */
export function runProcedure(core: Core, procedure: Resource, update: Update): Promise<void> {
  return core.runs.on(procedure._id.$oid, 'RunProcedure', () => runStages(core, procedure, update));
}

async function runStages(core: Core, procedure: Resource, update: Update): Promise<void> {
  const id = procedure._id.$oid;
  const run = core.runs.begin(id, update._id.$oid);
  const log = new ProcedureLog(core, update, `executing procedure '${bold(procedure.name)}'`);
  // What is saved while it runs is for the next run.
  const stages = structuredClone(procedure.config.stages) as unknown as Stage[];
  try {
    for (const stage of stages.filter(({ enabled }) => enabled)) {
      if (run.cancelled) {
        log.raw(`${dimmed('ERROR')}: Cancelled before stage: '${bold(stage.name)}'`);
        throw new CoreError('Procedure cancelled before completion');
      }
      await runStage(core, procedure, stage, log);
    }
    const stdout = info(`The procedure has ${green('completed')} with no errors`);
    addLog(core, update, 'Execution ok', { stdout });
  } catch (error) {
    if (error instanceof Panic) throw error;
    addError(core, update, 'Execution error', asCoreError(error));
  } finally {
    core.runs.end(id, run);
  }
}

async function runStage(
  core: Core,
  procedure: Resource,
  stage: Stage,
  log: ProcedureLog,
): Promise<void> {
  log.line(`Executing stage: '${bold(stage.name)}'`);
  const began = core.clock.nanos();
  const took = () => durationText(core.clock.nanos() - began);
  try {
    const executions = stage.executions
      .filter(({ enabled }) => enabled)
      .flatMap(({ execution }) => expanded(core, execution));
    await runSideBySide(core, procedure, executions, log);
  } catch (error) {
    if (error instanceof Panic) throw error;
    const trace = asCoreError(error).chain;
    throw new CoreError(`Failed stage '${bold(stage.name)}' execution after ${took()}`, { trace });
  }
  log.line(`${green('Finished')} stage '${bold(stage.name)}' execution in ${took()}`);
}

/** Waits for all of them, and fails with the first failure in the order of the stage. */
async function runSideBySide(
  core: Core,
  procedure: Resource,
  executions: readonly Execution[],
  log: ProcedureLog,
): Promise<void> {
  for (const execution of executions) log.line(`Executing: ${shownExecution(core, execution)}`);
  const outcomes = await Promise.all(
    executions.map((execution) => outcomeOf(core, procedure, execution, log)),
  );
  const failed = outcomes.find((outcome) => outcome !== undefined);
  if (failed) throw failed;
}

async function outcomeOf(
  core: Core,
  procedure: Resource,
  execution: Execution,
  log: ProcedureLog,
): Promise<Error | undefined> {
  const shown = shownExecution(core, execution);
  const began = core.clock.nanos();
  let failure: Error | undefined;
  try {
    await runInProcedure(core, execution, procedure);
  } catch (error) {
    if (error instanceof Panic) return error;
    const trace = asCoreError(error).chain;
    failure = new CoreError(`${red('ERROR')}: Failed on ${shown}`, { trace });
  }
  const took = durationText(core.clock.nanos() - began);
  // Core says "Finished" of failed ones too.
  log.line(`${green('Finished')} execution in ${took}: ${shown}`);
  return failure;
}
