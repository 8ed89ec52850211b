import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who keeps a script in a file too', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    // In a browser VS Code saves by itself.
    vscode = await openVSCode({ settings: { 'files.autoSave': 'off' } });
    await vscode.openFile('actions.toml');
  });
  after(() => vscode.close());

  const lineWith = (text: string) => vscode.editor.lines.filter({ hasText: text }).first();
  const file = (name: string) => path.join(vscode.workspace, 'komodo', name);
  const onDisk = (name: string) => readFileSync(file(name), 'utf8');

  async function saved(): Promise<void> {
    await vscode.page.keyboard.press('Control+S');
    await vscode.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  it('extracts it, with a comment that links the two', async () => {
    await vscode.editor.select('GetStack');
    await vscode.command('Komodo: Extract Script to File…');
    await vscode.quickInput.answer('Into which file?', 'scripts/check.ts');
    await vscode.shows('check.ts').waitFor();
    await vscode.screenshot('script-extracted');
    assert.match(onDisk('scripts/check.ts'), /^\/\/ komodo: action\nconst stack = await/);
    await vscode.showTab('actions.toml');
    await lineWith('# komodo: file[scripts/check.ts]').waitFor();
  });

  it('sees one follow when the other is saved', async () => {
    await vscode.showTab('check.ts');
    await vscode.editor.replace('looking at', 'watching');
    await saved();
    await vscode.showTab('actions.toml');
    await lineWith('watching').waitFor();
    await vscode.editor.replace('watching', 'guarding');
    await saved();
    await vscode.showTab('check.ts');
    await lineWith('guarding').waitFor();
    assert.match(onDisk('actions.toml'), /guarding/);
    assert.match(onDisk('scripts/check.ts'), /guarding/);
  });

  it('is told when they differ, and takes what the file says', async () => {
    writeFileSync(
      file('scripts/check.ts'),
      onDisk('scripts/check.ts').replace('guarding', 'minding'),
    );
    await vscode.showTab('actions.toml');
    await vscode.editor.squiggles('warning').first().waitFor();
    await vscode.screenshot('script-differs');
    await vscode.editor.select('scripts/check.ts');
    await vscode.codeAction('Quick Fix...', 'Take the script of');
    await lineWith('minding').waitFor();
    await vscode.editor.squiggles('warning').first().waitFor({ state: 'detached' });
  });

  it('embeds another file', async () => {
    await saved();
    writeFileSync(file('scripts/other.ts'), '// komodo: action\nconsole.log("embedded");\n');
    await vscode.command('Komodo: Embed File as Script…');
    await vscode.quickInput.rows.filter({ hasText: 'scripts' }).waitFor();
    await vscode.quickInput.fill(file('scripts/other.ts'));
    await vscode.quickInput.rows.filter({ hasText: 'other.ts' }).first().waitFor();
    await vscode.page.keyboard.press('Enter');
    await lineWith('console.log("embedded")').waitFor();
    await lineWith('# komodo: file[scripts/other.ts]').waitFor();
    await vscode.screenshot('script-embedded');
  });
});
