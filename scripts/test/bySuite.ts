import { reporters, type MochaOptions, type Runner, type Suite } from 'mocha';
import { leaveTally } from './tally.ts';

/** A line for each outermost `describe`, and every failure in full; leaves a tally. For thousands of quick tests. */
class BySuite extends reporters.Base {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    leaveTally(runner);
    runner.on('suite end', (suite) => {
      if (suite.parent?.root) console.log(lineFor(suite));
    });
    runner.once('end', () => this.epilogue());
  }
}

function lineFor(suite: Suite): string {
  let [tests, failures, skips] = [0, 0, 0];
  suite.eachTest((test) => {
    tests++;
    if (test.isFailed()) failures++;
    if (test.isPending()) skips++;
  });
  const mark = failures > 0 ? '✗' : '✓';
  const skipped = skips > 0 ? `, ${skips} skipped` : '';
  const failed = failures > 0 ? `, ${failures} FAILED` : '';
  return `  ${mark} ${suite.title} (${tests}${skipped}${failed})`;
}

// Mocha requires a reporter as a module that is the class.
module.exports = BySuite;
