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
      const proposals = vscode.page.locator('.suggest-widget.visible');
      await vscode.editor.focus();
      await vscode.page.keyboard.press('Control+End');
      for (const line of block.split('\n')) {
        await vscode.page.keyboard.type(line, { delay });
        // While VS Code asks anew it keeps what was proposed, and Enter takes that: whoever outruns the answer has to look.
        if (delay < 100) await proposals.waitFor({ state: 'hidden' });
        await vscode.page.keyboard.press('Enter', { delay });
      }
      await vscode.screenshot(`typed-${delay}`);
      await vscode.page.keyboard.press('Control+S');
      await vscode.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
      assert.equal(onDisk(), `${before}${block}\n`);
    });
  }
});
