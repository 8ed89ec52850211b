import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open } from '../support/editing.ts';

function previews(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(
    ({ input }) =>
      input instanceof vscode.TabInputWebview && input.viewType.endsWith('komodo.preview'),
  );
}

/** The first preview, as soon as there is one. */
async function preview(): Promise<vscode.Tab> {
  for (;;) {
    const [tab] = previews();
    if (tab) return tab;
    await new Promise<void>((resolve) => {
      const listener = vscode.window.tabGroups.onDidChangeTabs(() => {
        listener.dispose();
        resolve();
      });
    });
  }
}

describe('the preview', () => {
  after(() => vscode.window.tabGroups.close(previews()));

  it('opens beside the file, once for patterns and schedules', async () => {
    await open('komodo/procedures.toml');
    await vscode.commands.executeCommand('komodo.previewPattern');
    const tab = await preview();
    assert.equal(tab.label, 'Komodo Preview');
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    await vscode.commands.executeCommand('komodo.previewSchedule');
    assert.equal(previews().length, 1);
  });
});
