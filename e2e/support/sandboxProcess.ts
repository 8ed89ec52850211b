import { readdirSync, readFileSync } from 'node:fs';

/** Ends the sandbox that works on a folder at once, as a crash would. Throws when none does. */
export function killSandbox(folder: string): void {
  const pid = readdirSync('/proc').find((entry) => {
    const [, program, workspace] = commandOf(entry);
    return program?.endsWith('dist/sandbox.js') === true && workspace === folder;
  });
  if (pid === undefined) throw new Error(`No sandbox works on ${folder}.`);
  process.kill(Number(pid), 'SIGKILL');
}

/** The command line of a process; empty for what is none, or has just ended. */
function commandOf(pid: string): string[] {
  if (!/^\d+$/.test(pid)) return [];
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
