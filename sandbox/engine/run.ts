/** Starts executions: as somebody asked for them, or as a stage of a Procedure holds them. */
import { debugText } from '../../komodo/resources/rustText.ts';
import type { Core } from '../core.ts';
import { asCoreError, CoreError, Panic } from '../errors.ts';
import type { Resource } from '../store/resources.ts';
import { procedureUser } from '../store/users.ts';
import type { Update } from '../wire.ts';
import { commitSync } from './commit-sync.ts';
import type { Execution } from './execution.ts';
import { operationOf, targetOf } from './execution.ts';
import { red } from './log.ts';
import { perform } from './perform.ts';
import { ifChanged, stackFiles } from './stack-files.ts';
import { addError, addLog, beginUpdate, finishUpdate, newUpdate } from './updates.ts';
import { textOf } from '../json/tree.ts';

/**
 * Starts an execution that somebody asked for. Its Update stays as it is until the event loop turns, so that it can be
 * handed out as Core does: before anything has happened. Throws where there is nothing to act on: there is no Update then.
 */
export function start(core: Core, execution: Execution, operator: string): Update {
  const parts = partsOf(core, execution);
  if (parts) {
    setImmediate(() => void runParts(core, parts, operator, 'Task Error'));
    return newUpdate(core, operationOf(execution), targetOf(core, execution), operator);
  }
  const update = beginUpdate(core, operationOf(execution), targetOf(core, execution), operator);
  setImmediate(() => void finish(core, execution, update, 'Task Error'));
  return update;
}

/** Runs an execution of a stage to its end. Throws why it failed. */
export async function runInProcedure(
  core: Core,
  execution: Execution,
  procedure: Resource,
): Promise<void> {
  const { type, params } = execution;
  switch (type) {
    case 'None':
      return;
    case 'Sleep':
      return sleep(core, Number(params.duration_ms));
    case 'CommitSync':
      try {
        commitSync(core, textOf(params.sync), procedureUser);
        return;
      } catch (error) {
        throw new CoreError('Failed at CommitSync', { trace: asCoreError(error).chain });
      }
    case 'RunProcedure':
      if ([procedure._id.$oid, procedure.name].includes(textOf(params.procedure))) {
        throw new CoreError('Self referential procedure detected');
      }
  }
  const parts = partsOf(core, execution);
  const update = parts
    ? await runParts(core, parts, procedureUser, 'Execution error')
    : await runOne(core, execution, procedureUser, 'Execution error');
  if (!update) return;
  if (update.status !== 'Complete') throw lostUpdate();
  if (update.success) return;
  const place = `${core.url}/updates/${update._id.$oid}`;
  throw new CoreError(`${red('ERROR')}: Execution not successful, see update: '${place}'`);
}

/** What is done of a DeployStackIfChanged that does not deploy all of its Stack: Core keeps no Update of that one. */
function partsOf(core: Core, { type, params }: Execution): readonly Execution[] | undefined {
  if (type !== 'DeployStackIfChanged') return undefined;
  const todo = ifChanged(core, core.resources.get('Stack', textOf(params.stack)));
  return todo === 'deploy' ? undefined : todo;
}

/** One after the other, until one fails. The Update of the last that was begun; undefined where nothing had changed. */
async function runParts(
  core: Core,
  parts: readonly Execution[],
  operator: string,
  stage: Stage,
): Promise<Update | undefined> {
  let update: Update | undefined;
  for (const part of parts) {
    update = await runOne(core, part, operator, stage);
    if (!update.success) return update;
    const stack = core.resources.get('Stack', update.target.id);
    core.simulatedStates.takeFiles(stack, stackFiles(core, stack));
  }
  return update;
}

async function runOne(
  core: Core,
  execution: Execution,
  operator: string,
  stage: Stage,
): Promise<Update> {
  const target = targetOf(core, execution);
  const update = beginUpdate(core, operationOf(execution), target, operator);
  await finish(core, execution, update, stage);
  return update;
}

/** What Core says in place of why a DeployStackIfChanged could not begin. */
function lostUpdate(): CoreError {
  const trace = [
    'id is not ObjectId',
    'provided hex string representation must be exactly 12 bytes, instead got: "", length 0',
  ];
  return new CoreError('Failed to query to db', { trace });
}

/** Core takes a negative number for a very large one: the run never ends. */
function sleep(core: Core, ms: number): Promise<void> {
  return ms < 0 ? new Promise(() => undefined) : core.timers.sleep(ms);
}

type Stage = 'Task Error' | 'Execution error';

async function finish(
  core: Core,
  execution: Execution,
  update: Update,
  stage: Stage,
): Promise<void> {
  try {
    await perform(core, execution, update);
  } catch (error) {
    if (error instanceof Panic) {
      const stderr = `JoinError::Panic(Id(${core.random(2).readUInt16BE(0)}), ${debugText(error.message)}, ...)`;
      addLog(core, update, 'Spawn Error', { stderr, success: false });
    } else if (execution.type === 'DeployStackIfChanged') {
      // Core looks for an Update without an id, and leaves the one that it has made as it is.
      return;
    } else {
      const { chain } = asCoreError(error);
      const inStage = stage === 'Execution error';
      const [message = '', ...trace] = inStage ? [`Failed at ${execution.type}`, ...chain] : chain;
      addError(core, update, stage, new CoreError(message, { trace }));
    }
  }
  finishUpdate(core, update);
}
