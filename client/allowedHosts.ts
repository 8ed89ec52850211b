import * as vscode from 'vscode';

/** Hosts that a script which is rehearsed or debugged may reach beside Core. */
export const allowedHosts = (): string[] =>
  vscode.workspace.getConfiguration('komodo').get<string[]>('rehearsal.allowHosts', []);
