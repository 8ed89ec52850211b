/** `komodo-procedures run`: starts a Procedure or Action on a Core and follows it; the exit code tells how it ended. */
import { namesIn, openUpdates, readInventory, watchRun, type Client } from '../api/index.ts';
import { followRun, type LineTone, type Run, type RunStatus } from '../komodo/runs/index.ts';
import type { Colors } from './excerpt.ts';
import type { Output } from './output.ts';

export interface RunCommand {
  readonly kind: 'Procedure' | 'Action';
  readonly name: string;
  readonly client: Client;
  /** Ends when the person wants no more of it: the run goes on, only the watching ends. */
  readonly leave: AbortSignal;
}

/** 0 it ended well, 1 it failed, 3 it was cancelled. */
const exitCodes: Partial<Record<RunStatus, number>> = { ok: 0, failed: 1, cancelled: 3 };

/**
 * Starts it and writes what happens as it happens, runs inside at their depth.
 * @returns the exit code by outcome
 * @throws CoreError when it can't be started or followed, or `aborted` by `leave`
 */
export async function run(command: RunCommand, output: Output): Promise<number> {
  const { client, leave } = command;
  const inventory = await readInventory(client, client.url, 'core', { signal: leave });
  const live = openUpdates(client);
  try {
    const started = await start(command);
    const follow = followRun();
    const tell = (run: Run) => {
      for (const { depth, tone, text } of follow(run)) {
        output.say('  '.repeat(depth) + shade(output.paint, tone)(text));
      }
    };
    const nameOf = namesIn(inventory);
    const ended = await watchRun(client, live, started._id!.$oid, tell, leave, { nameOf });
    tell(ended);
    return exitCodes[ended.status] ?? 1;
  } finally {
    live.close();
  }
}

function start({ kind, name, client, leave }: RunCommand) {
  const options = { signal: leave };
  return kind === 'Procedure'
    ? client.execute('RunProcedure', { procedure: name }, options)
    : client.execute('RunAction', { action: name }, options);
}

/** Asks Core to stop it. A Procedure ends after the stage that is under way; its last stage can't be stopped. */
export async function cancel({ kind, name, client }: RunCommand): Promise<void> {
  if (kind === 'Procedure') await client.execute('CancelProcedure', { procedure: name });
  else await client.execute('CancelAction', { action: name });
}

/** What cancelling means, for the question before it. */
export function cancelQuestion({ kind, name }: RunCommand): string {
  return kind === 'Procedure'
    ? `Cancel ${name}? It stops after the stage that is under way, and not at all in its last one. [y/N] `
    : `Cancel ${name}? What it printed until now is lost. [y/N] `;
}

function shade(paint: Colors, tone: LineTone): (text: string) => string {
  switch (tone) {
    case 'title':
      return paint.bold;
    case 'ok':
    case 'running':
      return paint.blue;
    case 'failed':
      return paint.red;
    case 'muted':
      return paint.dim;
    case 'log':
      return (text) => text;
  }
}
