import * as vscode from 'vscode';

/** Saves the open TOML files that were changed and stand on disk. */
export async function saveToml(): Promise<void> {
  const changed = vscode.workspace.textDocuments.filter(
    ({ languageId, isDirty, isUntitled }) => languageId === 'toml' && isDirty && !isUntitled,
  );
  await Promise.all(changed.map((document) => document.save()));
}
