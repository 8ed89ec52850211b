import * as vscode from 'vscode';
import { procedureOperator } from '../../komodo/runs/index.ts';
import type { Connection } from '../connection.ts';
import { recentRunDescription, recentRunIcon, recentRuns } from '../recentRun.ts';
import type { RecentRun } from '../recentRun.ts';
import { refreshOn } from './refresh.ts';

/** A run in the tree; commands of its menu get it as their argument. */
export interface RecentRunNode {
  readonly run: RecentRun;
}

/** Shows the newest runs of Procedures and Actions that somebody or a schedule started; a click shows the run. */
export function createRecentRunsTree(
  connection: Connection,
  context: vscode.ExtensionContext,
): { refresh(): void } {
  const refresh = refreshOn(connection, ['Procedure', 'Action'], context);
  const view = vscode.window.createTreeView<RecentRunNode>('komodo.recentRuns', {
    treeDataProvider: {
      onDidChangeTreeData: refresh.event,
      getTreeItem: ({ run }) => treeItem(run),
      async getChildren(node) {
        if (node || !connection.core) return [];
        return (await read(connection)).map((run) => ({ run }));
      },
    },
  });
  context.subscriptions.push(view);
  return { refresh: () => refresh.fire(undefined) };
}

async function read(connection: Connection): Promise<readonly RecentRun[]> {
  const { core } = connection;
  if (!core) return [];
  const { updates } = await core.client.read('ListUpdates', {
    query: {
      operation: { $in: ['RunProcedure', 'RunAction'] },
      operator: { $ne: procedureOperator },
    },
  });
  return recentRuns(updates, (kind, id) => connection.nameOf(kind, id));
}

function treeItem(run: RecentRun): vscode.TreeItem {
  const item = new vscode.TreeItem(run.name);
  const { icon, color } = recentRunIcon(run);
  item.id = run.id;
  item.description = recentRunDescription(run, Date.now());
  item.tooltip = `${run.kind} ${run.name}\n${new Date(run.start).toLocaleString()}\nby ${run.user}`;
  item.iconPath = new vscode.ThemeIcon(icon, color ? new vscode.ThemeColor(color) : undefined);
  item.contextValue = `komodo.run${run.status === 'running' ? '.running' : ''}`;
  item.command = { command: 'komodo.showRun', title: 'Show Run', arguments: [{ run }] };
  item.accessibilityInformation = { label: `${run.name}, ${run.status}, ${item.description}` };
  return item;
}
