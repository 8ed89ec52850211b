import * as vscode from 'vscode';
import { listRunnablesByOutcome } from '../listRunnables.ts';
import { runnableDescription, runnableIcon, runnableTooltip } from '../runnable.ts';
import type { Runnable, RunnableKind } from '../runnable.ts';
import type { CoreList } from './coreList.ts';

/** A Procedure or Action in a tree; commands of its menu get it as their argument. */
export interface RunnableNode {
  readonly runnable: Runnable;
}

/** Core's Procedures or Actions: state, last run, next by schedule. */
export function runnableList(kind: RunnableKind, viewId: string): CoreList<RunnableNode> {
  return {
    viewId,
    kinds: [kind],
    explains: kind === 'Procedure',
    read: async ({ client }) =>
      (await listRunnablesByOutcome(client, kind)).map((runnable) => ({ runnable })),
    idOf: ({ runnable }) => runnable.id,
    treeItem: ({ runnable }) => treeItem(runnable),
  };
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
