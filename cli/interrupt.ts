/** What Ctrl-C does while a run is followed: the first asks and cancels, the second leaves. */
import { createInterface } from 'node:readline/promises';
import { cancel, cancelQuestion, type RunCommand } from './run.ts';
import type { Output } from './output.ts';

/**
 * Listens for Ctrl-C until `stop()`. Without a terminal to ask on, the first one cancels at once.
 * @param leave ends the watching; the run goes on
 */
export function onInterrupt(
  command: RunCommand,
  output: Output,
  leave: () => void,
): { readonly stop: () => void } {
  let asking: AbortController | undefined;
  let cancelled = false;
  const interrupted = () => {
    if (asking || cancelled) {
      asking?.abort();
      output.note(`Not following ${command.name} any longer; it goes on without us.`);
      leave();
      return;
    }
    void confirmAndCancel();
  };
  async function confirmAndCancel(): Promise<void> {
    asking = new AbortController();
    try {
      if (process.stdin.isTTY && !(await confirmed(asking.signal))) return;
      cancelled = true;
      await cancel(command);
      output.note('Asked Core to cancel it. Ctrl-C again leaves without waiting.');
    } catch (error) {
      if (!asking.signal.aborted)
        output.note(error instanceof Error ? error.message : String(error));
    } finally {
      asking = undefined;
    }
  }
  async function confirmed(signal: AbortSignal): Promise<boolean> {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    terminal.on('SIGINT', interrupted);
    try {
      return /^y(es)?$/i.test(
        (await terminal.question(cancelQuestion(command), { signal })).trim(),
      );
    } finally {
      terminal.close();
    }
  }
  process.on('SIGINT', interrupted);
  return { stop: () => void process.off('SIGINT', interrupted) };
}
