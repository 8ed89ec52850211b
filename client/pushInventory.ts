import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { State } from 'vscode-languageclient/node';
import { readStored } from '../api/index.ts';
import { inventoryChanged, storedChanged } from '../protocol/lsp.ts';
import type { Connection } from './connection.ts';
import { errorText } from './errorText.ts';

/**
 * Tells the language server which names Core has and what it has stored, whenever they change and whenever the server
 * was started anew.
 */
export function pushInventory(
  client: LanguageClient,
  connection: Connection,
  log: vscode.LogOutputChannel,
  context: vscode.ExtensionContext,
): void {
  const push = async (): Promise<void> => {
    if (client.state !== State.Running) return;
    const { inventory, core } = connection;
    await client.sendNotification(inventoryChanged, inventory);
    // The sandbox has what the files say: there is nothing to hold against them.
    const isCore = inventory !== null && core?.profile.kind === 'core';
    const stored = isCore ? await readStored(core.client, inventory) : null;
    if (connection.inventory === inventory) await client.sendNotification(storedChanged, stored);
  };
  const tell = (): void => {
    push().catch((error: unknown) => {
      const { name } = connection.profile;
      log.warn(`${name}: what it has stored could not be read: ${errorText(error)}`);
    });
  };
  context.subscriptions.push(
    connection.onDidChangeInventory(tell),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) tell();
    }),
  );
  tell();
}
