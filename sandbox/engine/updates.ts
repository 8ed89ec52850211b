/** The life of an Update: it begins, gets logs, and is complete. */
import type { Core } from '../core.ts';
import { CoreError } from '../errors.ts';
import type { Log, Operation, Target, Update } from '../wire.ts';
import { errorText, logOf } from './log.ts';

/** An Update that begins now. It is kept, but no frame is sent before something happens. */
export function beginUpdate(
  core: Core,
  operation: Operation,
  target: Target,
  operator: string,
): Update {
  const update = newUpdate(core, operation, target, operator);
  core.updates.add(update);
  return update;
}

/** An Update that begins now and is not kept: nobody will find it. */
export function newUpdate(
  core: Core,
  operation: Operation,
  target: Target,
  operator: string,
): Update {
  return {
    _id: { $oid: core.newId() },
    operation,
    start_ts: core.clock.now(),
    success: true,
    operator,
    target,
    logs: [],
    end_ts: null,
    status: 'InProgress',
  };
}

/** Adds a log without a frame: Core sends one when it writes the Update down. */
export function addLog(core: Core, update: Update, stage: string, log: Partial<Log>): void {
  update.logs.push({ ...logOf(core.clock, stage, log), ...log });
}

export function addError(core: Core, update: Update, stage: string, error: CoreError): void {
  addLog(core, update, stage, { stderr: errorText(error.chain), success: false });
}

/** The Update is over: it succeeded when all of its logs did. */
export function finishUpdate(core: Core, update: Update): void {
  update.success = update.logs.every(({ success }) => success);
  update.end_ts = core.clock.now();
  update.status = 'Complete';
  core.updates.announce(update);
}

/** What was done at once, as an Update of its own. */
export function recordDone(
  core: Core,
  operation: Operation,
  target: Target,
  operator: string,
  logs: readonly { readonly stage: string; readonly stdout: string }[],
  tomls: Pick<Update, 'prev_toml' | 'current_toml'> = {},
): Update {
  const update = beginUpdate(core, operation, target, operator);
  for (const { stage, stdout } of logs) addLog(core, update, stage, { stdout });
  Object.assign(update, tomls);
  finishUpdate(core, update);
  return update;
}
