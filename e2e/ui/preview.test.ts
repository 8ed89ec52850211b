import assert from 'node:assert/strict';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who tries a pattern or a schedule', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode();
    await vscode.openFile('procedures.toml');
    await vscode.page.keyboard.press('Control+B');
  });
  after(() => vscode.close());

  const field = (name: string) => vscode.webview.getByRole('textbox', { name });
  const procedures = () => vscode.page.locator('.tab[data-resource-name="procedures.toml"]');
  const shown = (text: string | RegExp) => vscode.webview.getByText(text).first();

  it('opens the pattern at the cursor, and sees what it picks', async () => {
    await vscode.editor.select('blog*');
    await vscode.command('Komodo: Preview Pattern');
    await shown('Picks 4 of 7 stacks').waitFor();
    assert.equal(await field('Pattern').inputValue(), 'blog*, \\^shop-(web|api)$\\');
    await shown('Names in this workspace').waitFor();
    await vscode.screenshot('preview-pattern');
  });

  it('types on with the keyboard alone, and sees it change', async () => {
    await field('Pattern').selectText();
    await vscode.page.keyboard.type('postgres, nothing-*, ');
    await shown('Picks 1 of 7 stacks').waitFor();
    await shown('picks nothing').waitFor();
  });

  it('sees at which item Core refuses it, in Core’s words', async () => {
    await vscode.page.keyboard.type('\\(\\');
    await shown('Core refuses this pattern when it runs, because of item 3.').waitFor();
    await shown('unclosed group').waitFor();
    assert.equal(await vscode.webview.locator('.paint .refused').innerText(), '\\(\\');
    await vscode.screenshot('preview-refused');
  });

  it('writes it into the file in place of the one that was there', async () => {
    await field('Pattern').selectText();
    await vscode.page.keyboard.type('blog*, \\^shop-.*$\\');
    await shown('Picks 5 of 7 stacks').waitFor();
    await shown(/in place of the pattern in .*procedures\.toml, line \d+/).waitFor();
    await vscode.webview.getByText('Insert into File').click();
    await procedures().click();
    await vscode.editor.lines
      .filter({ hasText: "execution.params.pattern = 'blog*, \\^shop-.*$\\'" })
      .first()
      .waitFor();
  });

  it('tries one for a permission, which is no list', async () => {
    await field('Pattern').selectText();
    await vscode.page.keyboard.type('blog*, postgres');
    await shown('Picks 3 of 7 stacks').waitFor();
    await vscode.webview.getByRole('combobox', { name: 'Stands in' }).click();
    await vscode.webview.getByRole('option', { name: 'a permission' }).click();
    await shown('Picks 0 of 7 stacks').waitFor();
    await vscode.screenshot('preview-permission');
  });

  it('tries a schedule, in its zone and by the clock here', async () => {
    await procedures().click();
    await vscode.editor.select('Every day at 04:30');
    await vscode.command('Komodo: Preview Schedule');
    await shown('At 04:30').waitFor();
    await shown('In Europe/Berlin').waitFor();
    await shown('Core makes of it: 0 30 4 */1 * ?').waitFor();
    await vscode.screenshot('preview-schedule');
    await field('Schedule').selectText();
    await vscode.page.keyboard.type('daily');
    await shown('Core never runs this: Failed to parse english to cron').waitFor();
  });

  it('is told that Core runs it at other times than it says, and takes what is proposed', async () => {
    await field('Schedule').fill('every day at 3');
    await shown('This says every day at 03:00, but Core runs it every day at 00:00').waitFor();
    await vscode.screenshot('preview-remark');
    await vscode.webview.getByRole('button', { name: 'Write “Every day at 03:00”' }).click();
    await shown('At 03:00').waitFor();
    assert.equal(await field('Schedule').inputValue(), 'Every day at 03:00');
  });

  it('finds it again after the window was loaded anew', async () => {
    // By the command, as a person does: a page that is loaded anew has VS Code keep what it last wrote down, at any time.
    const loaded = vscode.page.waitForEvent('load');
    await vscode.command('Developer: Reload Window');
    await loaded;
    await vscode.webview.getByRole('tab', { name: 'Schedule' }).click();
    await shown('At 03:00').waitFor();
    await shown('Next runs').waitFor();
    assert.equal(await field('Schedule').inputValue(), 'Every day at 03:00');
    await shown(/in .*procedures\.toml, line \d+/).waitFor();
  });

  it('goes by the names of the connected Core, or of the files where it is asked so', async () => {
    await vscode.command('Komodo: Connect');
    await vscode.webview.getByRole('tab', { name: 'Pattern' }).click();
    await field('Pattern').fill('*');
    await shown('Names of Sandbox').waitFor();
    await vscode.webview.getByRole('combobox', { name: 'Names of' }).click();
    await vscode.webview.getByRole('option', { name: 'this workspace' }).click();
    await shown('Names in this workspace').waitFor();
    await vscode.screenshot('preview-names');
  });

  for (const theme of ['Light Modern', 'Default High Contrast', 'Default High Contrast Light']) {
    it(`reads it in ${theme}`, async () => {
      vscode.changeSettings({ 'workbench.colorTheme': theme });
      const kind =
        theme === 'Light Modern' ? 'vs' : theme.includes('Light') ? 'hc-light' : 'hc-black';
      await vscode.page.locator(`.monaco-workbench.${kind}`).waitFor();
      await vscode.webview.getByRole('tab', { name: 'Pattern' }).click();
      await field('Pattern').fill('blog*, nothing-*, postgres, \\(\\');
      await shown('Core refuses this pattern').waitFor();
      await vscode.screenshot(`preview-pattern-${kind}`);
      await vscode.webview.getByRole('tab', { name: 'Schedule' }).click();
      await field('Schedule').fill('every monday at 9 am');
      await shown('At 09:00').waitFor();
      await vscode.screenshot(`preview-schedule-${kind}`);
    });
  }
});
