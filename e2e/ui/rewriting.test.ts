import assert from 'node:assert/strict';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who writes a file otherwise', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode();
    await vscode.openFile('procedures.toml');
  });
  after(() => vscode.close());

  const lineWith = (text: string) => vscode.editor.lines.filter({ hasText: text }).first();

  /** Chooses from the menu of refactorings at the next place where the text stands. */
  async function refactor(text: string, title: string): Promise<void> {
    await vscode.editor.select(text);
    await vscode.codeAction('Refactor...', title);
  }

  it('formats it', async () => {
    await vscode.editor.replace('name = "release-shop"', 'name="release-shop"   # the shop');
    await vscode.command('Komodo: Format File');
    await lineWith('name = "release-shop"').waitFor();
    assert.match(await vscode.editor.visibleText(), /name = "release-shop" # the shop/);
    await vscode.screenshot('formatted-by-taplo');
  });

  it('reads why it stays as it is where it is broken', async () => {
    await vscode.editor.replace('name = "release-shop"', 'name = = "release-shop"');
    await vscode.command('Komodo: Format File');
    await vscode.notification(/Line 4 is no TOML .*Mend it first/).waitFor();
    await vscode.screenshot('format-refused');
    await vscode.editor.replace('name = = "release-shop"', 'name = "release-shop"');
  });

  it('moves a stage into a Procedure of its own', async () => {
    await refactor('"Get the source"', 'Extract this stage into the Procedure');
    await lineWith('execution.params.procedure = "release-shop-get-the-source"').waitFor();
    await vscode.screenshot('stage-extracted');
  });

  it('writes a pattern as the names that it picks', async () => {
    await refactor('blog*', 'names that it picks now');
    await lineWith('blog, blog-comments').waitFor();
    await vscode.screenshot('pattern-as-names');
  });

  it('formats it as Core would write it', async () => {
    vscode.changeSettings({ 'komodo.format.style': 'core', 'editor.lineNumbers': 'off' });
    // These are gone as soon as VS Code has read the settings.
    await vscode.page
      .locator('.editor-instance .line-numbers')
      .first()
      .waitFor({ state: 'hidden' });
    await vscode.command('Komodo: Format File');
    await vscode.editor.select('##');
    await lineWith('##').waitFor();
    await vscode.screenshot('formatted-as-core');
  });
});
