import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who edits an Action as TypeScript', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    // In a browser VS Code saves by itself.
    vscode = await openVSCode({ settings: { 'files.autoSave': 'off' } });
    await vscode.openFile('actions.toml');
  });
  after(() => vscode.close());

  const lineWith = (text: string) => vscode.editor.lines.filter({ hasText: text }).first();
  const file = () => path.join(vscode.workspace, 'komodo', 'actions.toml');
  const onDisk = () => readFileSync(file(), 'utf8');
  const save = () => vscode.page.keyboard.press('Control+S');
  const dirtyTab = () => vscode.page.locator('.tab.active.dirty');

  async function saved(): Promise<void> {
    await save();
    await dirtyTab().waitFor({ state: 'detached' });
  }

  it('opens it by the lens above it', async () => {
    await vscode.clickLens('Open as TypeScript', vscode.shows('check-staging.ts'));
    await lineWith('komodo.read("GetStack"').waitFor();
    assert.match(await vscode.editor.visibleText(), /^const stack = await komodo\.read/);
    await vscode.screenshot('action-as-typescript');
  });

  it('saves into the TOML what is typed there, and nothing else', async () => {
    const before = onDisk();
    await vscode.editor.replace('looking at', 'watching');
    await saved();
    assert.equal(onDisk(), before.replace('looking at', 'watching'));
  });

  it('sees in the tab what is changed and undone in the TOML', async () => {
    await vscode.showTab('actions.toml');
    await lineWith('watching').waitFor();
    await vscode.editor.focus();
    await vscode.page.keyboard.press('Control+Z');
    await lineWith('looking at').waitFor();
    await vscode.showTab('check-staging.ts');
    await lineWith('looking at').waitFor();
    // The tab's own undo takes back what came from the TOML.
    await vscode.editor.focus();
    await vscode.page.keyboard.press('Control+Z');
    await lineWith('watching').waitFor();
    await saved();
    await vscode.showTab('actions.toml');
    await lineWith('watching').waitFor();
    await saved();
  });

  it('is asked where it was changed on both sides', async () => {
    await vscode.showTab('check-staging.ts');
    await vscode.editor.goTo(1, 1);
    await vscode.editor.replace('watching', 'guarding');
    writeFileSync(file(), onDisk().replace('watching', 'minding'));
    await vscode.showTab('actions.toml');
    await lineWith('minding').waitFor();
    await vscode.showTab('check-staging.ts');
    await save();
    await vscode.notification(/Failed to save 'check-staging.ts'/).waitFor();
    await vscode.screenshot('action-conflict');
    await vscode
      .notification(/Failed to save/)
      .locator('a', { hasText: 'Overwrite' })
      .click();
    await dirtyTab().waitFor({ state: 'detached' });
    assert.match(onDisk(), /guarding/);
  });

  it('is told when the Action is gone', async () => {
    writeFileSync(file(), onDisk().replace('name = "check-staging"', 'name = "check-shop"'));
    await vscode.notification(/actions\.toml has no Action “check-staging” any more/).waitFor();
    await vscode.screenshot('action-gone');
  });

  it('begins a new one with a template, in the file that is open', async () => {
    await vscode.showTab('actions.toml');
    await vscode.command('Komodo: New Action…');
    await vscode.quickInput.pick('Restart all Deployments that have a tag');
    await vscode.quickInput.answer('What is the Action called?', 'restart-shop');
    await lineWith('name = "restart-shop"').waitFor();
    await lineWith('arguments = """').waitFor();
    await vscode.screenshot('new-action');
    assert.equal(await vscode.editor.squiggles('error').count(), 0);
  });
});
