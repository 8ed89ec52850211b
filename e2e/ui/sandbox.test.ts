import assert from 'node:assert/strict';
import { killSandbox } from '../support/sandboxProcess.ts';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person whose sandbox ends by itself', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode();
    await vscode.openFile('procedures.toml');
  });
  after(() => vscode.close());

  const inPanel = (text: string) => vscode.webview.getByText(text).first();

  it('is told so, and sees the run stand still', async () => {
    await vscode.command('Komodo: Run Procedure');
    await vscode.quickInput.pick('fire-drill');
    await inPanel("Finished stage 'Short'").waitFor();
    killSandbox(vscode.workspace);
    await vscode.notification('The sandbox has ended by itself').waitFor();
    await inPanel('not followed any more').waitFor();
    assert.equal(await vscode.webview.locator('.codicon-modifier-spin').count(), 0);
    await vscode.screenshot('sandbox-ended');
  });

  it('runs again on the one that was started in its place', async () => {
    await vscode.webview.getByRole('button', { name: 'Run again' }).click();
    await inPanel('Cancel after this stage').waitFor();
    await inPanel("Finished stage 'Short'").waitFor();
  });

  it('is left alone when it ends once more, and starts it again', async () => {
    await vscode.openViews('Komodo');
    killSandbox(vscode.workspace);
    await vscode.page.getByText('The sandbox does not run.').waitFor();
    await vscode.page.getByRole('button', { name: 'Start Sandbox' }).click();
    await vscode.treeRows.filter({ hasText: 'fire-drill' }).first().waitFor();
  });
});
