import { chromium, type Browser } from 'playwright-core';
import { browser, ensureTools, findChromium } from './debian.mts';

/** Starts a headless Chromium; installs Debian's first where there is none (or says how). */
export async function launchChromium(): Promise<Browser> {
  await ensureTools(browser);
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      // Only our own pages on the loopback interface are opened, and root has no sandbox.
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--lang=en-US',
    ],
  });
}
