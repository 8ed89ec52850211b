import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { argsOfScripts } from '../../protocol/scripts.ts';
import type { PluginConfig } from '../../protocol/tsPlugin.ts';
import type { Connection } from '../connection.ts';
import type { ReadyTypings } from './coreTypings.ts';

/** As far as it is known here: https://github.com/microsoft/vscode, extensions/typescript-language-features. */
interface TypeScriptExtension {
  getAPI(version: 0): { configurePlugin(plugin: string, config: PluginConfig): void } | undefined;
}

/**
 * Tells our plugin in VS Code's TypeScript which files are scripts of Actions, and for which Core: once a TypeScript file
 * is open, and whenever that changes.
 */
export function configureTypeScript(
  languageClient: Promise<LanguageClient>,
  connection: Connection,
  served: ReadyTypings,
  context: vscode.ExtensionContext,
): void {
  let args: PluginConfig['args'] = {};
  const configure = async (): Promise<void> => {
    const { workspaceFolders = [], textDocuments } = vscode.workspace;
    if (!textDocuments.some(isTypeScript)) return;
    const extension = vscode.extensions.getExtension<TypeScriptExtension | undefined>(
      'vscode.typescript-language-features',
    );
    const settings = vscode.workspace.getConfiguration('komodo');
    const chosen = settings.get<string>('core.version', 'connected');
    const version = chosen === 'connected' ? connection.core?.version : chosen;
    (await extension?.activate())?.getAPI(0)?.configurePlugin('komodo-actions', {
      include: settings.get<string[]>('actions.include', []),
      folders: workspaceFolders.map(({ uri }) => uri.fsPath.replaceAll('\\', '/')),
      args,
      ...(version !== undefined && { version }),
      ...(served.versions.size > 0 && { typings: served.folder.fsPath }),
    });
  };
  const attempt = (): void => void configure().then(undefined, () => undefined);
  context.subscriptions.push(
    connection.onDidChange(attempt),
    served.onDidChange(attempt),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isTypeScript(document)) attempt();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(attempt),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('komodo')) attempt();
    }),
  );
  languageClient.then(
    (client) =>
      context.subscriptions.push(
        client.onNotification(argsOfScripts, (all) => {
          args = Object.fromEntries(
            Object.entries(all).map(([uri, each]) => [
              calledByTypeScript(vscode.Uri.parse(uri)),
              each,
            ]),
          );
          attempt();
        }),
      ),
    () => undefined,
  );
  attempt();
}

/** How VS Code's TypeScript calls a file. */
const calledByTypeScript = ({ scheme, authority, path, fsPath }: vscode.Uri): string =>
  scheme === 'file' ? fsPath.replaceAll('\\', '/') : `^/${scheme}/${authority}${path}`;

const isTypeScript = ({ languageId }: vscode.TextDocument): boolean => languageId === 'typescript';
