import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';
import { launchChromium } from '../host/chromium.mts';
import { endsWhenForgotten, startCodeServer } from '../host/codeServer.mts';
import { installCodeServer } from '../host/install.mts';
import { testSettings } from '../host/settings.mts';
import { artifacts } from '../root.mts';
import { gutter, type HostJob } from './hostJob.mts';
import { runFolder } from './workspace.mts';

/** The longest that all tests of a job may take together, in ms. */
const limit = 10 * 60_000;

/**
 * Runs tests in code-server's extension host; a headless Chromium shows the window they work in. Resolves to success.
 * The workbench calls `codeAutomationLog` with what the extension host writes and `codeAutomationExit` at the end.
 */
export async function inCodeServer(job: HostJob): Promise<boolean> {
  const server = await startCodeServer(await installCodeServer(), {
    folder: runFolder(),
    // In a browser VS Code saves by itself: what a test takes back would stand on disk where it is slow.
    settings: { ...testSettings, 'files.autoSave': 'off' },
    env: job.env,
    options: [...endsWhenForgotten, '--vscode-option', 'enable-smoke-test-driver'],
  });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const ended = new Promise<string | number>((resolve) => {
      page.once('crash', () => resolve('the page crashed'));
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) => {
      const line = format(...values);
      if (line.startsWith(gutter)) console.log(line.slice(gutter.length));
    });
    const { extension, tests, workspace } = job;
    await page.goto(
      server.windowOn(workspace, {
        extensionDevelopmentPath: extension,
        extensionTestsPath: tests,
      }),
    );
    const tooLate = sleep(limit, `no end within ${limit / 60_000} minutes`, { ref: false });
    const end = await Promise.race([ended, tooLate]);
    if (end !== 0) await page.screenshot({ path: path.join(artifacts, 'screenshots', 'host.png') });
    if (typeof end === 'string') console.error(`Tests in the extension host: ${end}.`);
    return end === 0;
  } finally {
    await browser.close();
    await server.stop();
  }
}
