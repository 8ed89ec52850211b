import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Locator } from 'playwright-core';

const attempts = 6;
/** How long a step of an attempt may take, in ms. */
export const patience = 5000;

/** Ways to look at something that may come late. */
export interface Asking {
  /** Asks for it: opens the menu, moves the mouse, … */
  ask: () => Promise<void>;
  /** Takes away what came instead of it. */
  dismiss: () => Promise<void>;
  /** How long it may take to come, in ms: longer than `patience` where asking twice does something twice. */
  within?: number;
}

/**
 * Asks for something until it is there, as a person does whose menu was made before the extension had answered: it does
 * not change any more while it stays open. Throws what the last attempt did.
 */
export function untilShown(
  wanted: Locator,
  { ask, dismiss, within = patience }: Asking,
): Promise<void> {
  const act = async () => {
    await ask();
    await wanted.waitFor({ timeout: within });
  };
  return untilDone(act, dismiss);
}

/**
 * Does something until it works: a box closes under the hands of a person where something else takes the focus. Throws
 * what the last attempt did.
 *
 * @param act rejects where it did not work; its steps wait for `patience` at most, else nothing is left for another try
 * @param dismiss takes away what is left of an attempt
 */
export async function untilDone(
  act: () => Promise<void>,
  dismiss: () => Promise<void>,
): Promise<void> {
  for (let attempt = 1; attempt < attempts; attempt++) {
    try {
      await act();
      return;
    } catch {
      // What went by itself meanwhile can't be taken away, and need not be.
      await dismiss().catch(() => undefined);
    }
  }
  await act();
}

/**
 * Reads something until it is as wanted, for `patience` at most: what comes from several sides comes bit by bit. Throws how
 * it differs then.
 */
export async function untilEqual<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  const end = Date.now() + patience;
  let now = await read();
  while (!isDeepStrictEqual(now, wanted) && Date.now() < end) {
    await sleep(100);
    now = await read();
  }
  assert.deepEqual(now, wanted);
}
