/** The thread that runs TypeScript: it answers one question after the other, and gives up the one that is cancelled. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import ts from 'typescript';
import { answers } from './answers.ts';
import type { Order, Outcome, ScriptSurroundings } from './messages.ts';
import { Scripts } from './scripts.ts';
import { readTypings, type Typings } from './typings.ts';

/** Holds the number of the question that is to be given up. */
const cancelled = new Int32Array(workerData as SharedArrayBuffer);
let current = 0;
let typings: Typings | undefined;
let known: { readonly key: string; readonly scripts: Scripts } | undefined;
let open: readonly string[] = [];

function scriptsFor(surroundings: ScriptSurroundings): Scripts {
  const key = JSON.stringify([surroundings.core, surroundings.strict]);
  if (known?.key !== key) {
    typings ??= readTypings(join(__dirname, 'typings.json.br'));
    const scripts = new Scripts(typings, surroundings.core, {
      strict: surroundings.strict ?? false,
      isCancelled: () => Atomics.load(cancelled, 0) === current,
    });
    known = { key, scripts };
  }
  return known.scripts;
}

function answer({ id, method, script, surroundings, ask, open: nowOpen }: Order): Outcome {
  current = id;
  try {
    const scripts = scriptsFor(surroundings);
    for (const name of open) if (!nowOpen.includes(name)) scripts.delete(name);
    open = nowOpen;
    if (script) scripts.keep(script);
    return { id, answer: answers[method](scripts, script?.name ?? '', ask as never) };
  } catch (error) {
    if (error instanceof ts.OperationCanceledException) return { id, isCancelled: true };
    if (script) known?.scripts.delete(script.name);
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(answer(order)));
