/** Does what an execution says, for real where the sandbox can, and simulated where it cannot. */
import { isObject, type Args } from '../../komodo/actions/args.ts';
import type { Core } from '../core.ts';
import { CoreError } from '../errors.ts';
import type { Update } from '../wire.ts';
import type { Execution } from './execution.ts';
import { runProcedure } from './procedure.ts';
import { simulateAction } from './simulated-action.ts';
import { simulateAlert } from './simulated-alert.ts';
import { simulate } from './simulated.ts';
import { addLog } from './updates.ts';
import { isRunnable, runSync } from '../sync/run.ts';

/** Throws why it could not be done; what was done, well or not, is in the logs of the Update. */
export async function perform(core: Core, execution: Execution, update: Update): Promise<void> {
  const { type, params } = execution;
  const { id } = update.target;
  switch (type) {
    case 'RunProcedure':
      return runProcedure(core, core.resources.get('Procedure', id), update);
    case 'CancelProcedure': {
      cancelProcedure(core, update, params.update_id as string | null);
      return;
    }
    case 'RunAction':
      return simulateAction(core, core.resources.get('Action', id), update, argsIn(params));
    case 'CancelAction': {
      cancelAction(core, update, params.update_id as string | null);
      return;
    }
    case 'SendAlert':
    case 'TestAlerter':
      return simulateAlert(core, execution, update);
    case 'RunSync': {
      const sync = core.resources.get('ResourceSync', id);
      return isRunnable(core, sync)
        ? runSync(core, sync, params, update)
        : simulate(core, execution, update);
    }
    default:
      return simulate(core, execution, update);
  }
}

const argsIn = ({ args }: Execution['params']): Args => (isObject(args) ? args : {});

function cancelProcedure(core: Core, update: Update, updateId: string | null): void {
  const run = core.runs
    .of(update.target.id)
    .find((known) => updateId === null || known.updateId === updateId);
  if (!run) throw new CoreError('Procedure run cancel token not found');
  run.cancel();
  const stdout =
    'Procedure cancel has been triggered. The procedure will exit after the currently running stage is complete.';
  addLog(core, update, 'Cancel Triggered', { stdout });
}

function cancelAction(core: Core, update: Update, updateId: string | null): void {
  const runs = core.runs.of(update.target.id);
  if (updateId === null && runs.length === 0) {
    throw new CoreError('No active run to cancel found');
  }
  const run = updateId === null ? runs.at(-1) : runs.find((known) => known.updateId === updateId);
  if (!run) throw new CoreError('Action run cancel token not found');
  run.cancel();
  addLog(core, update, 'Cancel Triggered', { stdout: 'The action cancel has been triggered.' });
}
