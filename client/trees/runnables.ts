import * as vscode from 'vscode';
import type { Connection } from '../connection.ts';
import { listRunnables } from '../listRunnables.ts';
import { runnableDescription, runnableIcon, runnableTooltip } from '../runnable.ts';
import type { Runnable, RunnableKind } from '../runnable.ts';
import { refreshOn } from './refresh.ts';

/** A Procedure or Action in a tree; commands of its menu get it as their argument. */
export interface RunnableNode {
  readonly runnable: Runnable;
}

/** Shows Core's Procedures or Actions: state, last run, next by schedule. */
export function createRunnableTree(
  kind: RunnableKind,
  viewId: string,
  connection: Connection,
  context: vscode.ExtensionContext,
): { refresh(): void } {
  const refresh = refreshOn(connection, [kind], context);
  const view = vscode.window.createTreeView<RunnableNode>(viewId, {
    treeDataProvider: {
      onDidChangeTreeData: refresh.event,
      getTreeItem: ({ runnable }) => treeItem(runnable),
      async getChildren(node) {
        const { core } = connection;
        if (node || !core) return [];
        return (await listRunnables(core.client, kind)).map((runnable) => ({ runnable }));
      },
    },
  });
  context.subscriptions.push(view);
  return { refresh: () => refresh.fire(undefined) };
}

function treeItem(runnable: Runnable): vscode.TreeItem {
  const now = Date.now();
  const item = new vscode.TreeItem(runnable.name);
  const { icon, color } = runnableIcon(runnable);
  item.id = `${runnable.kind}/${runnable.id}`;
  item.description = runnableDescription(runnable, now);
  item.tooltip = new vscode.MarkdownString(runnableTooltip(runnable, now));
  item.iconPath = new vscode.ThemeIcon(icon, color ? new vscode.ThemeColor(color) : undefined);
  const running = runnable.state === 'Running' ? '.running' : '';
  item.contextValue = `komodo.${runnable.kind.toLowerCase()}${running}`;
  item.accessibilityInformation = { label: `${runnable.name}, ${item.description}` };
  return item;
}
