import type { Locator } from 'playwright-core';

const attempts = 6;
/** How long each attempt waits, in ms. */
const patience = 5000;

/** Ways to look at something that may come late. */
export interface Asking {
  /** Asks for it: opens the menu, moves the mouse, … */
  ask: () => Promise<void>;
  /** Takes away what came instead of it. */
  dismiss: () => Promise<void>;
}

/**
 * Asks for something until it is there, as a person does whose menu was made before the extension had answered: it does
 * not change any more while it stays open. Throws what the last wait did.
 */
export async function untilShown(wanted: Locator, { ask, dismiss }: Asking): Promise<void> {
  for (let attempt = 1; attempt < attempts; attempt++) {
    await ask();
    try {
      await wanted.waitFor({ timeout: patience });
      return;
    } catch {
      await dismiss();
    }
  }
  await ask();
  await wanted.waitFor({ timeout: patience });
}
