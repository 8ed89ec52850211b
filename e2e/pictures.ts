/**
 * `npm run pictures`: takes the README's pictures of the real thing into media/readme.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { whenStarted } from '../scripts/main.mts';
import { packageExtension } from '../scripts/package.mts';
import { root } from '../scripts/root.mts';
import { closeVSCode, openVSCode } from './support/vscode.ts';
import type { VSCodeWindow } from './support/vscodeWindow.ts';

const folder = path.join(root, 'media', 'readme');

async function take(vscode: VSCodeWindow, name: string): Promise<void> {
  // A hover fades in.
  await vscode.page.waitForTimeout(500);
  await vscode.page.screenshot({ path: path.join(folder, `${name}.png`) });
}

async function verdict(vscode: VSCodeWindow): Promise<void> {
  await vscode.editor.replace('params.repo = "infra"', 'params.pattern = "infra"');
  await vscode.problems();
  await vscode.editor.squiggles('error').first().waitFor();
  await vscode.editor.hover('params', /missing field `repo`/, 'params.pattern = "infra"');
  await take(vscode, 'verdict');
  await vscode.page.keyboard.press('Control+J');
  await vscode.editor.replace('params.pattern = "infra"', 'params.repo = "infra"');
}

async function pattern(vscode: VSCodeWindow): Promise<void> {
  await vscode.editor.select('blog*');
  await vscode.editor.hover('blog*', /blog-comments/);
  await take(vscode, 'pattern');
}

async function run(vscode: VSCodeWindow): Promise<void> {
  await vscode.command('Komodo: Run Procedure');
  await vscode.quickInput.pick('release-shop');
  await vscode.webview.getByText("Executing stage: 'Data first'").first().waitFor();
  await take(vscode, 'run');
}

await whenStarted(import.meta, async () => {
  mkdirSync(folder, { recursive: true });
  await packageExtension();
  try {
    const vscode = await openVSCode();
    await vscode.openFile('procedures.toml');
    await vscode.page.keyboard.press('Control+B');
    for (const picture of [verdict, pattern, run]) await picture(vscode);
  } finally {
    await closeVSCode();
  }
});
