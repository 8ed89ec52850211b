/** How much memory the thread of TypeScript takes, in a process that does nothing else. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ScriptWorker } from '../server/actions/worker.ts';
import { scriptOf } from './scripts.ts';

/** In MB, beyond what the process takes without it. */
export interface ScriptMemory {
  readonly one: number;
  readonly many: number;
  /** After the thread has ended by itself. */
  readonly rested: number;
}

const self = fileURLToPath(import.meta.url);
const program = path.join(import.meta.dirname, '..', 'dist', 'actions.js');

/** @param count how many scripts are open */
export function memoryOfTypeScript(count: number): ScriptMemory {
  const args = ['--import', 'tsx', self, String(count)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as ScriptMemory;
}

async function measured(count: number): Promise<ScriptMemory> {
  const megabytes = () => process.memoryUsage.rss() / 1e6;
  const before = megabytes();
  const beyond = () => Math.round(megabytes() - before);
  const worker = new ScriptWorker(program, {
    limit: 30_000,
    start: 60_000,
    adopt: 60_000,
    rest: 500,
  });
  const names = Array.from({ length: count }, (_, number) => `script-${number}`);
  const look = (open: readonly string[]) =>
    Promise.all(
      open.map((name, number) =>
        worker.ask(
          {
            method: 'diagnose',
            ask: {},
            script: { name, text: scriptOf(40 + number) },
            surroundings: {},
            open,
          },
          { isPatient: true },
        ),
      ),
    );
  await look(names.slice(0, 1));
  const one = beyond();
  await look(names);
  const many = beyond();
  while (worker.isRunning) await pause(100);
  await pause(1000);
  return { one, many, rested: beyond() };
}

if (process.argv[1] === self) console.log(JSON.stringify(await measured(Number(process.argv[2]))));
