import type { Context, RootHookObject } from 'mocha';
import { closeVSCode, openWindows } from './vscode.ts';

/** For mocha: a picture of what was on the screen when a test failed, and an end of the servers with the tests. */
export const mochaHooks: RootHookObject = {
  async afterEach(this: Context) {
    if (this.currentTest?.isFailed() !== true) return;
    const title = this.currentTest.fullTitle().replaceAll(/\W+/g, '-');
    for (const window of openWindows()) await window.screenshot(`failed-${title}`);
  },
  afterAll: closeVSCode,
};
