import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

/** What a person types who knows it by heart, Enter included. */
const block = [
  '[[procedure]]',
  'name = "nightly"',
  '[procedure.config]',
  'schedule = "Every day at 03:00"',
  '[[procedure.config.stage]]',
  'name = "One"',
  'executions = []',
].join('\n');

describe('a person who types fast', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    // In a browser VS Code saves by itself.
    vscode = await openVSCode({ settings: { 'files.autoSave': 'off' } });
    await vscode.openFile('procedures.toml');
    // Something is proposed, so the extension listens to what is typed.
    await vscode.page
      .locator('.codelens-decoration', { hasText: 'Run on sandbox' })
      .first()
      .waitFor();
  });
  after(() => vscode.close());

  for (const delay of [0, 30, 120]) {
    it(`gets what was typed, with ${delay} ms between keys`, async () => {
      const onDisk = () =>
        readFileSync(path.join(vscode.workspace, 'komodo', 'procedures.toml'), 'utf8');
      const before = onDisk();
      await vscode.editor.focus();
      await vscode.page.keyboard.press('Control+End');
      await vscode.page.keyboard.type(`${block}\n`, { delay });
      await vscode.screenshot(`typed-${delay}`);
      await vscode.page.keyboard.press('Control+S');
      await vscode.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
      assert.equal(onDisk(), `${before}${block}\n`);
    });
  }
});
