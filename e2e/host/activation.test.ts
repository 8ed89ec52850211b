import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, open } from '../support/editing.ts';

describe('the extension', () => {
  it('starts when a TOML file is opened', async () => {
    const document = await open('komodo/procedures.toml');
    const extension = vscode.extensions.getExtension(extensionId);
    await extension?.activate();
    assert.equal(extension?.isActive, true);
    assert.equal(document.languageId, 'toml');
  });
});
