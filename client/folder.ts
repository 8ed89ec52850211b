import * as vscode from 'vscode';

/** The folder that the sandbox works on: that of the file in the editor, else the first one. */
export function workspaceFolder(): vscode.WorkspaceFolder | undefined {
  const open = vscode.window.activeTextEditor?.document.uri;
  return (
    (open && vscode.workspace.getWorkspaceFolder(open)) ?? vscode.workspace.workspaceFolders?.[0]
  );
}
