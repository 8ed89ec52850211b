import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who runs a Procedure on the sandbox', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode();
    await vscode.openFile('procedures.toml');
  });
  after(() => vscode.close());

  async function run(name: string): Promise<void> {
    await vscode.command('Komodo: Run Procedure');
    await vscode.quickInput.pick(name);
  }

  const inPanel = (text: string) => vscode.webview.getByText(text).first();

  it('sees what a pattern picks before', async () => {
    await vscode.editor.lines.filter({ hasText: 'shop-api, shop-web' }).first().waitFor();
  });

  it('sees lines of the log while the run goes on, and its progress', async () => {
    await run('fire-drill');
    await inPanel("Finished stage 'Short'").waitFor();
    await inPanel('Cancel after this stage').waitFor();
    await vscode.statusItem('fire-drill').waitFor();
    await vscode.screenshot('run');
  });

  it('is told how it ended', async () => {
    await vscode.notification('fire-drill').waitFor();
    await inPanel("Finished stage 'Last'").waitFor();
    await inPanel('Cancel after this stage').waitFor({ state: 'hidden' });
    await vscode.statusItem('fire-drill').waitFor({ state: 'detached' });
  });

  it('saves its log', async () => {
    await vscode.webview.getByRole('button', { name: 'Save log' }).click();
    await vscode.page.getByText('Save the log of fire-drill').waitFor();
    await vscode.quickInput.box.press('Enter');
    await vscode.notification('The log is saved as fire-drill-').waitFor();
    const file = readdirSync(vscode.workspace).find((name) => /^fire-drill-.*\.log$/.test(name));
    const log = readFileSync(path.join(vscode.workspace, file!), 'utf8');
    assert.match(log, /^# fire-drill: Execute procedure\n/);
    assert.match(log, /Finished stage 'Last'/);
    assert.match(log, /# fire-drill: Execution ok\n/);
  });

  it('cancels another run, which then goes no further', async () => {
    await run('fire-drill');
    await inPanel('Cancel after this stage').click();
    await inPanel('cancelled').waitFor();
    await inPanel('Cancelled before stage').waitFor();
    assert.equal(await inPanel("Executing stage: 'Last'").isVisible(), false);
    await vscode.screenshot('run-cancelled');
  });

  it('finds Procedures, Actions and past runs in the side bar', async () => {
    await vscode.openViews('Komodo');
    for (const row of ['release-shop', 'check-staging', 'fire-drill']) {
      await vscode.treeRows.filter({ hasText: row }).first().waitFor();
    }
    // It is told from those that failed, as a Procedure and as a run.
    await vscode.treeRows
      .filter({ hasText: /fire-drill.*cancelled/ })
      .nth(1)
      .waitFor();
    await vscode.screenshot('side-bar');
  });
});
