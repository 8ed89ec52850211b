import assert from 'node:assert/strict';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('the packaged extension in VS Code', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode();
  });
  after(() => vscode.close());

  it('opens a Procedure as TOML', async () => {
    await vscode.openFile('procedures.toml');
    await vscode.statusItem(/^TOML$/).waitFor();
    assert.match(await vscode.editor.visibleText(), /\[\[procedure\]\]/);
    await vscode.screenshot('procedure');
  });

  it('takes what a person types', async () => {
    await vscode.editor.replace('"release-shop"', '"release-the-shop"');
    assert.match(await vscode.editor.visibleText(), /name = "release-the-shop"\n/);
  });
});
