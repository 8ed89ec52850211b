import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../root.mts';
import { takeTally, tallyVariable, type Tally } from './tally.ts';
import { runFolder } from './workspace.mts';

/**
 * Runs mocha in a process of its own, with what it prints.
 * @param reporter a reporter of this folder that leaves a tally
 * @param args more of mocha's own arguments
 */
export async function runMocha(reporter: string, args: string[]): Promise<Tally> {
  const tallyFile = path.join(runFolder(), 'tally.json');
  const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const chosen = [...args, '--reporter', path.join(import.meta.dirname, reporter)];
  const child = spawn(process.execPath, [mocha, ...chosen, ...strictness()], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, [tallyVariable]: tallyFile },
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return takeTally(tallyFile, code === 0);
}

/** In CI a forgotten `it.only` is an error. */
function strictness(): string[] {
  return process.env.CI === undefined ? [] : ['--forbid-only'];
}
