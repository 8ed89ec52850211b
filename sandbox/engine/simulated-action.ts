/** RunAction: the script is not run; its Update goes the way of a real one. */
import type { Core } from '../core.ts';
import type { Resource } from '../store/resources.ts';
import type { Update } from '../wire.ts';
import { fails, simulatedFailure } from './simulate-failure.ts';
import { addLog } from './updates.ts';
import { textOf } from '../json/tree.ts';

/** How long a simulated Action takes, in milliseconds. */
const duration = 800;

export async function simulateAction(core: Core, action: Resource, update: Update): Promise<void> {
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
    done({ stdout: `${stdout}🦎 Action completed successfully 🦎\n`, success: true });
  }
}
