import { reporters, type MochaOptions, type Runner } from 'mocha';
import { leaveTally } from './tally.ts';

/** Mocha's "spec" reporter, a line a test, which leaves a tally. For the few and slow tests in VS Code. */
class ByTest extends reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    leaveTally(runner);
  }
}

// Mocha requires a reporter as a module that is the class.
module.exports = ByTest;
