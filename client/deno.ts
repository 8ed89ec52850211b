import * as vscode from 'vscode';

/** The program that runs scripts of Actions here: of the setting, else `deno` is looked for in PATH. */
export function denoProgram(): string | undefined {
  const path = vscode.workspace.getConfiguration('komodo').get<string>('deno.path', '').trim();
  return path === '' ? undefined : path;
}
