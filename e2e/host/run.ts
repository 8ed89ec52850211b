import Mocha from 'mocha';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { gutter } from '../../scripts/test/hostJob.mts';
import { leaveTally } from '../../scripts/test/tally.ts';

/** Called by VS Code: runs the test files beside this one. Rejects when a test fails. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => {
    for (const line of format(...values).split('\n')) console.log(gutter + line);
  };
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 30_000 });
  const tests = readdirSync(__dirname).filter((file) => file.endsWith('.test.js'));
  for (const file of tests) mocha.addFile(path.join(__dirname, file));
  const failures = await new Promise<number>((resolve) => leaveTally(mocha.run(resolve)));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
