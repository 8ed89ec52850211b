import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
 * The tally of a runner that has ended. Throws an error when it left none or ran nothing, so that nothing passes silently;
 * one that ended in error though no test failed has a failure more.
 * @param file where the runner was told to leave its tally; removed
 * @param succeeded whether the runner's process said so
 */
export function takeTally(file: string, succeeded: boolean): Tally {
  if (!existsSync(file)) throw new Error('The runner ended before its tests did.');
  const tally = JSON.parse(readFileSync(file, 'utf8')) as Tally;
  rmSync(file);
  if (tally.passed + tally.failed === 0) throw new Error('No test was run.');
  return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 };
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
