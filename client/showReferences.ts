import * as vscode from 'vscode';
import type { BlockPlace } from './compare.ts';

/** Shows where the name at a place is used: what a lens "used by 3" leads to. */
export async function showReferences({ uri, position }: BlockPlace): Promise<void> {
  const file = vscode.Uri.parse(uri);
  const at = new vscode.Position(position.line, position.character);
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    file,
    at,
  );
  const uses = found.filter(
    ({ uri: other, range }) => !(isSame(other, file) && range.contains(at)),
  );
  await vscode.commands.executeCommand('editor.action.showReferences', file, at, uses);
}

/** Puts the cursor where a lens leads to. */
export async function putCursor({ uri, position }: BlockPlace): Promise<void> {
  const at = new vscode.Position(position.line, position.character);
  const selection = new vscode.Range(at, at);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
