import assert from 'node:assert/strict';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who asks for help while writing', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode();
  });
  after(() => vscode.close());

  it('reads what a field is for', async () => {
    await vscode.openFile('builds.toml');
    await vscode.editor.hover('image_name', /alternate name for the image/);
    await vscode.screenshot('hover');
  });

  it('is shown the fields that fit', async () => {
    await vscode.editor.select('image_name = "shop-api"');
    await vscode.page.keyboard.press('End');
    await vscode.page.keyboard.press('Enter');
    await vscode.editor.type('include_l');
    const [first] = await vscode.editor.suggestions('include_latest_tag');
    assert.match(first ?? '', /^include_latest_tag/);
    await vscode.screenshot('completion');
    await vscode.page.keyboard.press('Enter');
    await vscode.editor.lines.filter({ hasText: 'include_latest_tag = ' }).first().waitFor();
  });

  it('reads when a schedule runs next', async () => {
    await vscode.openFile('procedures.toml');
    await vscode.editor.select('"Every day at 04:30"');
    await vscode.editor.hover('day at', /next.*04:30/is, 'Every day at 04:30');
    await vscode.screenshot('schedule');
  });

  it('reads which names a pattern picks, item by item', async () => {
    await vscode.editor.select('blog*');
    const said = await vscode.editor.hover('blog*', /blog-comments/);
    for (const name of ['blog', 'blog-comments', 'shop-web', 'shop-api']) {
      assert.ok(said.includes(name), said);
    }
    await vscode.screenshot('pattern');
  });
});
