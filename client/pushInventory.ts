import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { State } from 'vscode-languageclient/node';
import { inventoryChanged } from '../protocol/lsp.ts';
import type { Connection } from './connection.ts';

/** Tells the language server which names Core has, whenever they change and whenever it was started anew. */
export function pushInventory(
  client: LanguageClient,
  connection: Connection,
  context: vscode.ExtensionContext,
): void {
  const push = (): void => {
    if (client.state !== State.Running) return;
    void client.sendNotification(inventoryChanged, connection.inventory);
  };
  context.subscriptions.push(
    connection.onDidChangeInventory(push),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) push();
    }),
  );
  push();
}
