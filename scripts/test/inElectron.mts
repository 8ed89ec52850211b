import { runTests } from '@vscode/test-electron';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { testSettings } from '../host/settings.mts';
import type { HostJob } from './hostJob.mts';
import { runFolder } from './workspace.mts';

/** Runs tests in the desktop's VS Code, downloaded into .vscode-test when it isn't there. Resolves to success. */
export async function inElectron({ extension, tests, workspace, env }: HostJob): Promise<boolean> {
  const userData = runFolder();
  mkdirSync(path.join(userData, 'User'));
  writeFileSync(path.join(userData, 'User', 'settings.json'), JSON.stringify(testSettings));
  try {
    const code = await runTests({
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: env,
      launchArgs: [workspace, '--disable-workspace-trust', '--user-data-dir', userData],
    });
    return code === 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}
