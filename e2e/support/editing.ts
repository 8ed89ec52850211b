import * as vscode from 'vscode';

/** For tests inside the extension host: opening and changing files as VS Code's own API does. */

/** The id by which VS Code knows us. */
export const extensionId = 'komodo-procedures.komodo-procedures';

/** The address of a file of the sample workspace. */
export function inWorkspace(file: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, file);
}

/** Opens a file of the sample workspace in an editor. */
export async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(file));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Replaces the only place where `old` stands. */
export async function replace(
  document: vscode.TextDocument,
  old: string,
  text: string,
): Promise<void> {
  const start = document.getText().indexOf(old);
  if (start < 0) throw new Error(`${document.fileName} has no "${old}".`);
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + old.length),
  );
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  await vscode.workspace.applyEdit(edit);
}

/** What stands at a diagnostic, with what it says: `"cron": unknown variant …`. */
export function told(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .map(({ range, message }) => `${document.getText(range)}: ${message}`);
}

/** Resolves as soon as the diagnostics of a document are as wanted; mocha's time-out ends the wait. */
export async function diagnosticsOf(
  document: vscode.TextDocument,
  wanted: (all: string[]) => boolean,
): Promise<string[]> {
  for (;;) {
    const all = told(document);
    if (wanted(all)) return all;
    await new Promise<void>((resolve) => {
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        listener.dispose();
        resolve();
      });
    });
  }
}
