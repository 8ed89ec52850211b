import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { readTerminals } from '../../api/index.ts';
import { coreTerminals } from '../../protocol/scripts.ts';
import type { Connection } from '../connection.ts';

/** How long a Core may take to ask each Periphery, in milliseconds. */
const timeoutMs = 5000;

/** Reads the terminals of the connected Core when the language server asks for them. */
export function provideCoreTerminals(
  languageClient: Promise<LanguageClient>,
  connection: Connection,
  context: vscode.ExtensionContext,
): void {
  languageClient.then(
    (client) => {
      const handler = client.onRequest(coreTerminals, ({ server }) => {
        const { core } = connection;
        return core ? readTerminals(core.client, core.version, server, { timeoutMs }) : [];
      });
      context.subscriptions.push(handler);
    },
    () => undefined,
  );
}
