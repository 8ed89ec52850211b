import { commandLines } from './processes.ts';

/** Ends the sandbox that works on a folder at once, as a crash would. Throws when none does. */
export function killSandbox(folder: string): void {
  for (const [id, [, program, workspace]] of commandLines()) {
    if (program?.endsWith('dist/sandbox.js') !== true || workspace !== folder) continue;
    process.kill(id, 'SIGKILL');
    return;
  }
  throw new Error(`No sandbox works on ${folder}.`);
}
