import assert from 'node:assert/strict';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who writes the script of an Action in its TOML', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode();
    await vscode.openFile('actions.toml');
  });
  after(() => vscode.close());

  it('reads what the client does', async () => {
    const words = await vscode.editor.hover('read', 'komodo.read("GetStack"');
    assert.match(words, /Promise<Types\.Stack>/);
    await vscode.screenshot('action-hover');
  });

  it('is offered what can stand there', async () => {
    await vscode.editor.replace('console.log(`${services.length} services`);', 'komodo.');
    const offered = await vscode.editor.suggestions();
    await vscode.screenshot('action-completion');
    assert.ok(
      offered.some((label) => label.includes('execute_and_poll')),
      offered.join(),
    );
    await vscode.page.keyboard.press('Escape');
  });
});
