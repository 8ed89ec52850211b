import * as vscode from 'vscode';
import { procedureOperator } from '../../komodo/runs/index.ts';
import { cancelledRuns, operationsOf } from '../cancelledRuns.ts';
import type { Connection } from '../connection.ts';
import { recentRunDescription, recentRunIcon, recentRuns } from '../recentRun.ts';
import type { RecentRun } from '../recentRun.ts';
import type { CoreList } from './coreList.ts';

/** A run in the tree; commands of its menu get it as their argument. */
export interface RecentRunNode {
  readonly run: RecentRun;
}

/** The newest runs of Procedures and Actions that somebody or a schedule started; a click shows the run. */
export function recentRunList(connection: Connection): CoreList<RecentRunNode> {
  return {
    viewId: 'komodo.recentRuns',
    kinds: ['Procedure', 'Action'],
    explains: false,
    async read({ client }) {
      const [{ updates }] = await Promise.all([
        client.read('ListUpdates', {
          query: {
            operation: { $in: [...operationsOf('Procedure'), ...operationsOf('Action')] },
            operator: { $ne: procedureOperator },
          },
        }),
        connection.whenNamed(),
      ]);
      const cancelled = await cancelledRuns(client, updates);
      const runs = recentRuns(updates, (kind, id) => connection.nameOf(kind, id), cancelled);
      return runs.map((run) => ({ run }));
    },
    idOf: ({ run }) => run.id,
    treeItem: ({ run }) => treeItem(run),
  };
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
