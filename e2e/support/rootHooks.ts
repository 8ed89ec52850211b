import type { Context, RootHookObject } from 'mocha';
import { closeVSCode, openWindows } from './vscode.ts';

/** For mocha: a picture of what was on the screen when a test failed, with the logs, and an end of the servers with the tests. */
export const mochaHooks: RootHookObject = {
  async afterEach(this: Context) {
    if (this.currentTest?.isFailed() !== true) return;
    // Mocha says so only behind those who listen to the end, and the logs of this run would be gone.
    process.exitCode = 1;
    const title = this.currentTest.fullTitle().replaceAll(/\W+/g, '-');
    for (const window of openWindows()) await window.screenshot(`failed-${title}`);
  },
  afterAll: closeVSCode,
};
