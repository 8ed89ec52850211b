import assert from 'node:assert/strict';
import { patience, untilEqual, untilShown } from '../support/attempts.ts';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who does not trust a folder yet', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode({ asksForTrust: true });
    await vscode.openFile('procedures.toml');
  });
  after(() => vscode.close());

  const lens = () => vscode.page.locator('.codelens-decoration', { hasText: 'Run on sandbox' });

  /** Which commands the palette has that run something or start what does. */
  async function runners(): Promise<string[]> {
    const { box, rows } = vscode.quickInput;
    await untilShown(rows.filter({ hasText: 'Komodo: Refresh' }), {
      ask: async () => {
        await vscode.page.keyboard.press('F1');
        await box.fill('>Komodo: R', { timeout: patience });
      },
      dismiss: () => vscode.quickInput.dismiss(),
    });
    const all = await vscode.quickInput.items();
    await vscode.quickInput.dismiss();
    return all
      .flatMap((item) => /^Komodo: (Run .*|Restart Sandbox)/.exec(item)?.[1]?.split(',')[0] ?? [])
      .sort();
  }

  it('has its files checked, and its patterns previewed', async () => {
    await vscode.editor.replace('params.repo = "infra"', 'params.pattern = "infra"');
    await vscode.editor.squiggles('error').first().waitFor();
    await vscode.editor.lines.filter({ hasText: 'shop-api, shop-web' }).first().waitFor();
    await vscode.editor.replace('params.pattern = "infra"', 'params.repo = "infra"');
  });

  it('is told why nothing runs, and is offered nothing that would', async () => {
    await vscode.openViews('Komodo');
    await vscode.page.getByText('waits until you trust this workspace').waitFor();
    assert.equal(await lens().count(), 0);
    await untilEqual(runners, []);
    await vscode.screenshot('not-trusted');
  });

  it('is told the same by what connects', async () => {
    await vscode.command('Komodo: Connect');
    await vscode.notification('The sandbox waits until this workspace is trusted').waitFor();
  });

  it('runs as soon as it is trusted', async () => {
    await vscode.page.getByRole('button', { name: 'Manage Workspace Trust' }).click();
    await vscode.page.getByRole('button', { name: 'Trust', exact: true }).click();
    await vscode.page.getByText('You trust this folder').waitFor();
    await vscode.page.locator('.monaco-modal-editor-block').getByLabel('Close').first().click();
    await lens().first().waitFor();
    await vscode.page.getByRole('button', { name: 'Start Sandbox' }).click();
    await vscode.treeRows.filter({ hasText: 'fire-drill' }).first().waitFor();
    await untilEqual(runners, ['Restart Sandbox', 'Run Action…', 'Run Procedure…']);
  });
});
