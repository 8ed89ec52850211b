import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { serverEnvironment } from '../protocol/serverProcess.ts';

/** Files the language server looks at; it decides by their contents which of them are Komodo's. */
const documents = [
  { language: 'toml', scheme: 'file' },
  { language: 'toml', scheme: 'untitled' },
  { language: 'toml', scheme: 'vscode-remote' },
];

/**
 * Starts the language server (`dist/server.js`) over IPC.
 * Resolves when it has answered `initialize`; rejects when it can't be started.
 */
export async function startLanguageClient(
  context: vscode.ExtensionContext,
): Promise<LanguageClient> {
  const outputChannel = vscode.window.createOutputChannel('Komodo Language Server', { log: true });
  const module = context.asAbsolutePath('dist/server.js');
  // What Node has compiled, of which TypeScript is the most, need not be compiled at each start (since Node 22).
  const compiled = vscode.Uri.joinPath(context.globalStorageUri, 'compiled').fsPath;
  const env = { ...serverEnvironment, NODE_COMPILE_CACHE: compiled };
  const client = new LanguageClient(
    'komodo',
    'Komodo Language Server',
    {
      run: { module, transport: TransportKind.ipc, options: { env } },
      debug: {
        module,
        transport: TransportKind.ipc,
        options: { execArgv: ['--nolazy', '--inspect=6019'] },
      },
    },
    {
      documentSelector: documents,
      // The server may have completions shown again by VS Code's own command, and codes explained by ours; in `.ts` files
      // VS Code's TypeScript answers.
      initializationOptions: {
        suggestsAgain: true,
        explainsCodes: true,
        hasOurCommands: true,
        hasTypings: true,
        hasTerminals: true,
        hasTypeScript: true,
      },
      outputChannel,
      synchronize: {
        fileEvents: ['**/*.toml', '**/*.ts'].map((files) =>
          vscode.workspace.createFileSystemWatcher(files),
        ),
      },
    },
  );
  context.subscriptions.push(outputChannel);
  await client.start();
  return client;
}
