import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The command lines of the processes on this machine, by their ids. */
export function commandLines(): ReadonlyMap<number, readonly string[]> {
  const ids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return new Map(ids.map((id) => [Number(id), commandOf(id)]));
}

/** Those that ran before these tests: others may work on this machine, too. */
const earlier = new Set(commandLines().keys());

/** Resolves when no process that the tests have begun is one of those that are meant; mocha's time-out ends the wait. */
export async function untilGone(isMeant: (command: readonly string[]) => boolean): Promise<void> {
  const isOurs = ([id, command]: readonly [number, readonly string[]]): boolean =>
    !earlier.has(id) && isMeant(command);
  while ([...commandLines()].some(isOurs)) await sleep(100);
}

/** Empty for what has no command line, or has just ended. */
function commandOf(id: string): string[] {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
