import * as vscode from 'vscode';
import type { Connection } from './connection.ts';

/** The sandbox has what stands in files: when one of them changes, its names are read anew, and the trees with them. */
export function followSandboxFiles(connection: Connection, context: vscode.ExtensionContext): void {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.toml');
  const refresh = (): void => {
    if (connection.core?.profile.kind === 'sandbox') connection.refreshInventory();
  };
  context.subscriptions.push(
    watcher,
    watcher.onDidChange(refresh),
    watcher.onDidCreate(refresh),
    watcher.onDidDelete(refresh),
  );
}
