import { readdirSync, readFileSync } from 'node:fs';

/** The command lines of the processes on this machine, by their ids. */
export function commandLines(): ReadonlyMap<number, readonly string[]> {
  const ids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return new Map(ids.map((id) => [Number(id), commandOf(id)]));
}

/** Empty for what has no command line, or has just ended. */
function commandOf(id: string): string[] {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
