import * as vscode from 'vscode';
import { isMarked } from '../../komodo/actions/scriptFile.ts';
import { actionScheme } from '../../protocol/actionPlace.ts';

/** Whether a document is the script of an Action: its tab, a file that says so, or one of the setting. */
export function isScript(document: vscode.TextDocument): boolean {
  const { languageId, uri } = document;
  if (languageId !== 'typescript') return false;
  if (uri.scheme === actionScheme) return true;
  if (uri.scheme !== 'file') return false;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const globs = vscode.workspace.getConfiguration('komodo').get<string[]>('actions.include', []);
  const isIncluded = (glob: string): boolean =>
    folder !== undefined &&
    vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0;
  return isMarked(document.getText()) || globs.some(isIncluded);
}
