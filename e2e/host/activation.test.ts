import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';

const extension = () => vscode.extensions.getExtension('komodo-procedures.komodo-procedures')!;

function inWorkspace(file: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, file);
}

describe('the extension in VS Code', () => {
  it('starts when a TOML file is opened', async () => {
    await vscode.window.showTextDocument(inWorkspace('komodo/procedures.toml'));
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('knows a resource file for TOML', async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace('komodo/stacks.toml'));
    assert.equal(document.languageId, 'toml');
    assert.equal(path.basename(document.fileName), 'stacks.toml');
  });
});
