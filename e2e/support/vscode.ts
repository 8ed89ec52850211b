import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/host/chromium.mts';
import {
  endsWhenForgotten,
  installExtension,
  startCodeServer,
  type RunningServer,
} from '../../scripts/host/codeServer.mts';
import { installCodeServer } from '../../scripts/host/install.mts';
import { testSettings } from '../../scripts/host/settings.mts';
import { vsixFile } from '../../scripts/package.mts';
import { copyOfSample, runFolder } from '../../scripts/test/workspace.mts';
import { VSCodeWindow } from './vscodeWindow.ts';

/** What all windows of a run share: a server that has the packaged extension installed, and a browser. */
interface Host {
  server: RunningServer;
  browser: Browser;
}

let host: Promise<Host> | undefined;
const windows = new Set<VSCodeWindow>();

async function startHost(): Promise<Host> {
  const codeServer = await installCodeServer();
  const folder = runFolder();
  await installExtension(codeServer, folder, vsixFile);
  const [server, browser] = await Promise.all([
    startCodeServer(codeServer, { folder, settings: testSettings, options: endsWhenForgotten }),
    launchChromium(),
  ]);
  return { server, browser };
}

/**
 * Opens a window of VS Code with the packaged extension, in a browser session of its own.
 * @param workspace the folder to open; else a new copy of the sample workspace
 */
export async function openVSCode(workspace = copyOfSample()): Promise<VSCodeWindow> {
  const { server, browser } = await (host ??= startHost());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const window = new VSCodeWindow(page, workspace);
  windows.add(window);
  page.once('close', () => windows.delete(window));
  await page.goto(server.windowOn(workspace));
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  return window;
}

/** The windows that are open, the oldest first. */
export function openWindows(): VSCodeWindow[] {
  return [...windows];
}

/** Ends the server and the browser, if they were started. */
export async function closeVSCode(): Promise<void> {
  const running = await host;
  await running?.browser.close();
  await running?.server.stop();
}
