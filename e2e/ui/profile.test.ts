import assert from 'node:assert/strict';
import { startCore, type OtherCore } from '../support/core.ts';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who has a Core', () => {
  let core: OtherCore;
  let vscode: VSCodeWindow;
  before(async () => {
    core = await startCore();
    vscode = await openVSCode();
    await vscode.openFile('procedures.toml');
  });
  after(async () => {
    await vscode.close();
    core.stop();
  });

  async function addProfile(secret: string, name: string): Promise<void> {
    await vscode.command('Komodo: Add Profile');
    await vscode.quickInput.answer('(1/4)', core.address);
    await vscode.quickInput.answer('(2/4)', core.key);
    await vscode.quickInput.answer('(3/4)', secret);
    await vscode.quickInput.answer('(4/4)', name);
  }

  it('adds a profile for it, and is connected', async () => {
    await addProfile(core.secret, 'harbour');
    await vscode.notification('harbour: Komodo').waitFor();
    await vscode.statusItem('harbour').waitFor();
  });

  it('is shown what would run there, and that the file has it otherwise', async () => {
    await vscode.editor.replace('"Short"', '"Very short"');
    await vscode.command('Komodo: Run Procedure');
    await vscode.quickInput.pick('fire-drill');
    await vscode.dialog.waitFor();
    const said = await vscode.dialog.innerText();
    assert.match(said, /Run fire-drill on harbour\?/);
    assert.match(said, /1\. Short/);
    assert.match(said, /procedures\.toml has it otherwise/);
    await vscode.screenshot('confirmation');
  });

  it('runs what Core has, and sees it stream', async () => {
    await vscode.dialog.getByRole('button', { name: 'Run', exact: true }).click();
    await vscode.webview.getByText("Finished stage 'Short'").first().waitFor();
    await vscode.statusItem('fire-drill').waitFor();
    await vscode.notification('fire-drill succeeded on harbour').waitFor();
  });

  it('sees above a Procedure what that Core has otherwise, and compares both', async () => {
    const lens = '≠ harbour: stage';
    await vscode.page.locator('.codelens-decoration a', { hasText: lens }).waitFor();
    await vscode.screenshot('differs');
    const tab = vscode.page.locator('.tab', { hasText: 'fire-drill: what harbour has' });
    await vscode.clickLens(lens, tab);
    const lines = vscode.page.locator('.monaco-diff-editor .view-line');
    await lines.filter({ hasText: /Very\sshort/ }).waitFor();
    await vscode.screenshot('compared');
    await vscode.page.keyboard.press('Control+F4');
  });

  it('opens a Procedure in the web interface of Komodo', async () => {
    await vscode.openViews('Komodo');
    const opened = vscode.page.waitForEvent('popup');
    const row = vscode.treeRows.filter({ hasText: 'release-shop' });
    await vscode.chooseFromMenu(row, 'Open in Komodo');
    const page = await opened;
    // In a browser an address of this machine is reached through the server of VS Code.
    assert.match(page.url(), /\/procedures\/[0-9a-f]{24}$/);
    await page.close();
  });

  it('is told when a sync has nothing to change', async () => {
    await vscode.command('Komodo: Run Sync');
    await vscode.quickInput.pick('harbour/infra');
    await vscode.notification('harbour has nothing to change on harbour').waitFor();
  });

  it('sees what a sync would take back that somebody has changed there, and runs it', async () => {
    await core.write('UpdateProcedure', { id: 'fire-drill', config: { failure_alert: false } });
    await vscode.command('Komodo: Run Sync');
    await vscode.quickInput.pick('harbour/infra');
    await vscode.dialog.waitFor();
    const said = await vscode.dialog.innerText();
    assert.match(said, /Run the sync “harbour” on harbour\?\s+Update Procedure fire-drill/);
    await vscode.screenshot('pending-sync');
    await vscode.dialog.getByRole('button', { name: 'Run Sync' }).click();
    await vscode.notification('harbour succeeded on harbour').waitFor();
    await vscode.command('Komodo: Run Sync');
    await vscode.quickInput.pick('harbour/infra');
    await vscode.notification('harbour has nothing to change on harbour').first().waitFor();
  });

  it('is told what is wrong with a secret', async () => {
    await addProfile('S_wrong_S', 'typo');
    await vscode.dialog.waitFor();
    assert.match(await vscode.dialog.innerText(), /does not know this API key and secret/);
    await vscode.screenshot('wrong-secret');
    await vscode.dialog.getByRole('button', { name: 'Cancel' }).click();
    await vscode.statusItem('harbour').waitFor();
  });

  it('reads in the tree why there is no connection', async () => {
    await addProfile('S_wrong_S', 'typo');
    await vscode.dialog.getByRole('button', { name: 'Save Anyway' }).click();
    const why = vscode.page.locator('.part.sidebar .welcome-view', {
      hasText: 'API key and secret',
    });
    await why.waitFor();
    await why.getByText('Edit Profile…').waitFor();
    await vscode.screenshot('why-not-connected');
  });
});
