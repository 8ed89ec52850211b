import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Runner } from 'mocha';

/** How many tests ended how. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Tells a runner's reporter which file to leave its tally in. */
export const tallyVariable = 'KOMODO_TEST_TALLY';

/** Leaves the tally of a mocha run in the file that the environment names, when the run ends. */
export function leaveTally(runner: Runner): void {
  const file = process.env[tallyVariable];
  if (file === undefined) return;
  runner.once('end', () => {
    const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
    const tally: Tally = { passed: passes, failed: failures, skipped: pending };
    writeFileSync(file, JSON.stringify(tally));
  });
}

/**
 * The tally of a runner that has ended.
 * One that left none, that ended in error though no test failed, or that ran nothing counts as a failure, so that
 * nothing passes silently.
 * @param file where the runner was told to leave its tally; removed
 * @param succeeded whether the runner's process said so
 */
export function takeTally(file: string, succeeded: boolean): Tally {
  const none: Tally = { passed: 0, failed: 0, skipped: 0 };
  let tally = none;
  try {
    tally = JSON.parse(readFileSync(file, 'utf8')) as Tally;
  } catch {
    console.error('The runner ended before its tests did.');
  }
  rmSync(file, { force: true });
  const ranNothing = tally.passed + tally.failed === 0;
  const silentError = !succeeded && tally.failed === 0;
  return ranNothing || silentError ? { ...tally, failed: tally.failed + 1 } : tally;
}

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
    skipped: all.skipped + one.skipped,
  }));
}

export function sentence({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
