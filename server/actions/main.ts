/** The thread that runs TypeScript: it answers one question after the other, and gives up the one that is cancelled. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import ts from 'typescript';
import { adopted, tryTypings } from './adopted.ts';
import { answers, type Answers } from './answers.ts';
import type { CoreTypings, Order, Outcome, ScriptSurroundings } from './messages.ts';
import { Scripts } from './scripts.ts';
import { readTypings, type Typings } from './typings.ts';

/** Holds the number of the question that is to be given up. */
const cancelled = new Int32Array(workerData as SharedArrayBuffer);
let current = 0;
let typings: Typings | undefined;
let known: { readonly key: string; readonly scripts: Scripts } | undefined;
let open: readonly string[] = [];

function scriptsFor(surroundings: ScriptSurroundings): Scripts {
  const key = keyOf(surroundings);
  if (known?.key !== key) {
    const scripts = new Scripts(bundled(), surroundings.core, {
      strict: surroundings.strict ?? false,
      isCancelled,
      onStep,
    });
    known = { key, scripts };
  }
  return known.scripts;
}

const keyOf = ({ core, strict = false }: ScriptSurroundings) => JSON.stringify([core, strict]);
const isCancelled = () => Atomics.load(cancelled, 0) === current;
/** Who waits for an answer of long work hears that it has not run away. */
const onStep = () => {
  const now = Date.now();
  if (now - told < 200) return;
  told = now;
  parentPort?.postMessage({ id: current, isAtWork: true } satisfies Outcome);
};
let told = 0;
const bundled = () => (typings ??= readTypings(join(__dirname, 'typings.json.br')));

/** @throws Error in words for people, where scripts can't be checked with these */
function adopt(given: CoreTypings): void {
  const all = adopted(bundled(), given);
  const scripts = new Scripts(all, given.version, { isCancelled, onStep });
  tryTypings(scripts);
  typings = all;
  known = { key: keyOf({ core: given.version }), scripts };
}

/** What concerns no script. */
function answerOrder(method: Order['method'], ask: object): unknown {
  if (method === 'versions') return Object.keys(bundled().versions);
  if (method !== 'adopt') return undefined;
  try {
    adopt(ask as CoreTypings);
    return {};
  } catch (error) {
    if (error instanceof ts.OperationCanceledException) throw error;
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

function answer({ id, method, script, surroundings, ask, open: nowOpen }: Order): Outcome {
  current = id;
  try {
    const own = answerOrder(method, ask);
    if (own !== undefined) return { id, answer: own };
    // They were adopted before, by a thread that is gone.
    if ('typings' in ask && ask.typings) typings = adopted(bundled(), ask.typings as CoreTypings);
    const scripts = scriptsFor(surroundings);
    for (const name of open) if (!nowOpen.includes(name)) scripts.delete(name);
    open = nowOpen;
    if (script) scripts.keep(script);
    return {
      id,
      answer: answers[method as keyof Answers](scripts, script?.name ?? '', ask as never),
    };
  } catch (error) {
    if (error instanceof ts.OperationCanceledException) return { id, isCancelled: true };
    if (script) known?.scripts.delete(script.name);
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(answer(order)));
