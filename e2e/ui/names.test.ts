import assert from 'node:assert/strict';
import { untilShown } from '../support/attempts.ts';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who goes from name to name', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode();
    await vscode.openFile('stacks.toml');
  });
  after(() => vscode.close());

  /** Puts the cursor into a name in quotes. */
  async function goTo(name: string): Promise<void> {
    await vscode.editor.select(`"${name}"`);
    await vscode.page.keyboard.press('ArrowLeft');
    await vscode.page.keyboard.press('ArrowRight');
  }

  async function rename(name: string, newName: string): Promise<void> {
    await goTo(name);
    const box = vscode.page.locator('.rename-box input');
    await untilShown(box, {
      ask: () => vscode.page.keyboard.press('F2'),
      dismiss: () => vscode.editor.focus(),
    });
    await box.fill(newName);
    await box.press('Enter');
  }

  it('sees how often a stack is used, and where', async () => {
    const rows = vscode.page.locator('.zone-widget .monaco-list-row');
    await vscode.clickLens('used by 3', rows.filter({ hasText: 'procedures.toml' }));
    await vscode.page.keyboard.press('Escape');
  });

  it('renames it, and is asked about a pattern that would not pick it any more', async () => {
    await rename('blog-comments', 'remarks');
    const preview = vscode.page.locator('.bulk-edit-panel');
    const pattern = preview.locator('.monaco-list-row', { hasText: "pattern = 'blog*" });
    await pattern.waitFor();
    await vscode.screenshot('rename-preview');
    assert.match((await pattern.textContent())!, /blog\*, remarks/);
    await preview.getByRole('button', { name: 'Apply' }).click();
    await preview.waitFor({ state: 'detached' });
    await vscode.editor.select('name = "remarks"');
  });

  it('is told the name that Core would give it', async () => {
    await rename('shop-web', 'Shop Web');
    await vscode.notification('Core would call the stack `shop_web`').waitFor();
  });

  it('sees which Procedures act on it', async () => {
    await goTo('postgres');
    await vscode.command('Calls: Show Call Hierarchy');
    await vscode.treeRows.filter({ hasText: 'deploy-changes' }).waitFor();
    await vscode.screenshot('call-hierarchy');
  });
});
