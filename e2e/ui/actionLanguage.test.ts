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
    await vscode.editor.hover('read', /Promise<Types\.Stack>/, 'komodo.read("GetStack"');
    await vscode.screenshot('action-hover');
  });

  it('is offered what can stand there', async () => {
    await vscode.editor.replace('console.log(`${services.length} services`);', 'komodo.');
    await vscode.editor.suggestions('execute_and_poll');
    await vscode.screenshot('action-completion');
    await vscode.page.keyboard.press('Escape');
  });
});
