import assert from 'node:assert/strict';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

/** Themes of VS Code, each with the class of the window when it has come. */
const themes = [
  { theme: 'Light Modern', kind: 'vs' },
  { theme: 'Default High Contrast', kind: 'hc-black' },
  { theme: 'Dark Modern', kind: 'vs-dark' },
];

describe('a person who writes a Procedure', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode();
  });
  after(() => vscode.close());

  it('opens it, and it is TOML', async () => {
    await vscode.openFile('procedures.toml');
    await vscode.statusItem(/^TOML$/).waitFor();
    assert.match(await vscode.editor.visibleText(), /\[\[procedure\]\]/);
  });

  it("types a mistake and sees Core's words at its place", async () => {
    await vscode.editor.replace('params.repo = "infra"', 'params.pattern = "infra"');
    await vscode.editor.squiggles('error').first().waitFor();
    await (await vscode.problems()).filter({ hasText: 'missing field `repo`' }).waitFor();
    await vscode.editor.hover('params', /missing field `repo`/, 'params.pattern = "infra"');
  });

  for (const { theme, kind } of themes) {
    it(`sees it in ${theme}`, async () => {
      vscode.changeSettings({ 'workbench.colorTheme': theme });
      await vscode.page.locator(`.monaco-workbench.${kind}`).waitFor();
      await vscode.screenshot(`mistake-${kind}`);
    });
  }

  it('mends it, and the squiggle goes', async () => {
    await vscode.editor.replace('params.pattern = "infra"', 'params.repo = "infra"');
    await vscode.editor.squiggles('error').first().waitFor({ state: 'detached' });
    await (await vscode.problems()).first().waitFor({ state: 'detached' });
  });

  it('sees nothing in the files of other programs', async () => {
    await vscode.openFile('Cargo.toml');
    await vscode.editor.replace('edition = "2021"', 'edition = = "2021"');
    await vscode.openFile('procedures.toml');
    await vscode.editor.replace('"Cron"', '"cron"');
    const problems = await vscode.problems();
    await problems.filter({ hasText: 'unknown variant `cron`' }).waitFor();
    assert.equal(await problems.filter({ hasText: 'Cargo.toml' }).count(), 0);
  });
});
