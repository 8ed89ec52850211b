/** RunAction: the script is not run; its Update goes the way of a real one. */
import { mergeArgs, parseArguments, type Args } from '../../komodo/actions/args.ts';
import type { ArgumentsFormat } from '../../komodo/actions/args.ts';
import type { Core } from '../core.ts';
import { CoreError } from '../errors.ts';
import type { Resource } from '../store/resources.ts';
import type { Update } from '../wire.ts';
import { fails, simulatedFailure } from './simulate-failure.ts';
import { addLog } from './updates.ts';
import { textOf } from '../json/tree.ts';

/** How long a simulated Action takes, in milliseconds. */
const duration = 800;

/** @param given the arguments of the run, which Core joins with those of the Action */
export async function simulateAction(
  core: Core,
  action: Resource,
  update: Update,
  given: Args,
): Promise<void> {
  const args = mergeArgs(defaultArgs(action), given);
  const id = action._id.$oid;
  const run = core.runs.begin(id, update._id.$oid);
  core.updates.announce(update);
  const start_ts = core.clock.now();
  await new Promise<void>((resolve) => {
    const cancel = core.timers.after(duration, resolve);
    run.onCancel(() => {
      cancel();
      resolve();
    });
  });
  core.runs.end(id, run);
  const done = (log: { stdout?: string; stderr?: string; success: boolean }) =>
    addLog(core, update, 'Execute Action', { ...log, start_ts });
  if (run.cancelled) {
    done({ stderr: 'Command cancelled (process group killed)', success: false });
  } else if (fails(core, action)) done({ stderr: simulatedFailure, success: false });
  else {
    const lines = textOf(action.config.file_contents).trimEnd().split('\n').length;
    const stdout = `simulated: the sandbox does not run scripts (${lines} lines)\n`;
    const used = Object.keys(args).length > 0 ? `ARGS: ${JSON.stringify(args)}\n` : '';
    done({ stdout: `${stdout}${used}🦎 Action completed successfully 🦎\n`, success: true });
  }
}

function defaultArgs({ config }: Resource): Args {
  try {
    const format = textOf(config.arguments_format) as ArgumentsFormat;
    return parseArguments(textOf(config.arguments), format);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CoreError(`Failed to parse default Action arguments: ${why}`);
  }
}
