import * as vscode from 'vscode';
import type { Connection } from '../connection.ts';

/** How long changes are gathered before a list is read again, in milliseconds. */
const pause = 400;

/**
 * An event for a tree: fires when the Core is another, and soon after it told of an Update of one of these kinds.
 * @param context takes what is to be disposed with the extension
 */
export function refreshOn(
  connection: Connection,
  kinds: readonly string[],
  context: vscode.ExtensionContext,
): vscode.EventEmitter<undefined> {
  const refresh = new vscode.EventEmitter<undefined>();
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => refresh.fire(undefined), pause);
  };
  context.subscriptions.push(
    refresh,
    connection.onDidChange(soon),
    connection.onDidChangeInventory(soon),
    connection.onDidUpdate(({ target }) => {
      if (kinds.includes(target.type)) soon();
    }),
    { dispose: () => clearTimeout(timer) },
  );
  return refresh;
}
