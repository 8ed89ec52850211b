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

/** How a window is to be. */
export interface WindowOptions {
  /** The folder to open; else a new copy of the sample workspace. */
  workspace?: string;
  /** Of that folder, instead of those it has. */
  settings?: Record<string, unknown>;
  /** Whether the folder is in restricted mode until somebody says that its authors are trusted. */
  asksForTrust?: boolean;
  /** For its extensions; such a window has a server of its own. */
  env?: NodeJS.ProcessEnv;
}

let browser: Promise<Browser> | undefined;
/** Servers that have the packaged extension installed; windows share them, by what they ask of their server. */
const servers = new Map<string, Promise<RunningServer>>();
const windows = new Set<VSCodeWindow>();

async function startServer(
  asksForTrust: boolean,
  env: NodeJS.ProcessEnv | undefined,
): Promise<RunningServer> {
  const codeServer = await installCodeServer();
  const folder = runFolder();
  await installExtension(codeServer, folder, vsixFile);
  const settings = asksForTrust
    ? {
        ...testSettings,
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      }
    : testSettings;
  return startCodeServer(codeServer, {
    folder,
    settings,
    options: endsWhenForgotten,
    asksForTrust,
    ...(env && { env }),
  });
}

function serverThat(
  asksForTrust: boolean,
  env: NodeJS.ProcessEnv | undefined,
): Promise<RunningServer> {
  const key = JSON.stringify([asksForTrust, env]);
  const running = servers.get(key) ?? startServer(asksForTrust, env);
  servers.set(key, running);
  return running;
}

/** Opens a window of VS Code with the packaged extension, in a browser session of its own. */
export async function openVSCode({
  workspace = copyOfSample(),
  settings,
  asksForTrust = false,
  env,
}: WindowOptions = {}): Promise<VSCodeWindow> {
  browser ??= launchChromium();
  const [server, chromium] = await Promise.all([serverThat(asksForTrust, env), browser]);
  const page = await chromium.newPage({ viewport: { width: 1280, height: 800 } });
  const window = new VSCodeWindow(page, workspace);
  if (settings) window.changeSettings(settings);
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

/** Ends the servers and the browser, as far as they were started. */
export async function closeVSCode(): Promise<void> {
  await (await browser)?.close();
  for (const server of servers.values()) await (await server).stop();
}
