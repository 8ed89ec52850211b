import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { formatFile } from '../protocol/lsp.ts';

/**
 * Formats the file in the active editor, by the settings below `komodo.format`. Says so where nothing was changed, and
 * why. Rejects, in words for people, where no file of Komodo's is open.
 */
export async function formatActiveFile(languageClient: Promise<LanguageClient>): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'toml') throw new Error('Open a TOML file to format it.');
  const client = await languageClient;
  const { uri, version } = editor.document;
  const { insertSpaces, tabSize } = editor.options;
  const formatted = await client.sendRequest(formatFile, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    options: { insertSpaces: insertSpaces !== false, tabSize: Number(tabSize) },
  });
  if (!formatted) {
    throw new Error(
      'This file is not one of Komodo’s. If it is, say so in the setting komodo.files.include.',
    );
  }
  if ('refusal' in formatted) {
    void vscode.window.showWarningMessage(formatted.refusal);
    return;
  }
  if (formatted.edits.length === 0) {
    vscode.window.setStatusBarMessage('$(check) Nothing to format', 4000);
    return;
  }
  if (editor.document.version !== version) {
    throw new Error('The file was changed while it was being formatted. Format it again.');
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, await client.protocol2CodeConverter.asTextEdits([...formatted.edits]));
  await vscode.workspace.applyEdit(edit);
}
