import type * as vscode from 'vscode';
import { startLanguageClient } from './languageClient.ts';

/** Called by VS Code when a TOML file is opened or a view or command of ours is used. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  await startLanguageClient(context);
}
