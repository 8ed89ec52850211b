import * as vscode from 'vscode';
import type { Connection, Core } from '../connection.ts';
import { errorText } from '../errorText.ts';

/** How long changes are gathered before a list is read again, in milliseconds. */
const pause = 400;

/** What a tree that lists something of Core's shows, and how it is told to show it anew. */
export interface CoreList<Node> {
  readonly viewId: string;
  /** Kinds of resource whose Updates change the list. */
  readonly kinds: readonly string[];
  read(core: Core): Promise<readonly Node[]>;
  treeItem(node: Node): vscode.TreeItem;
}

/**
 * Creates the tree view of a list. It is read when the Core is another, and soon after Core told of an Update. When it
 * can't be read, what was read last stays in view, with a message that says why.
 */
export function createCoreList<Node>(
  list: CoreList<Node>,
  connection: Connection,
  context: vscode.ExtensionContext,
): { refresh(): void } {
  const changed = new vscode.EventEmitter<undefined>();
  let timer: NodeJS.Timeout | undefined;
  let known: { readonly core: Core['client']; readonly nodes: readonly Node[] } | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(undefined), pause);
  };
  const view = vscode.window.createTreeView<Node>(list.viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (node) => list.treeItem(node),
      async getChildren(node) {
        const { core } = connection;
        if (node !== undefined || !core) return [];
        try {
          const nodes = await whileCurrent(connection, core, list.read(core));
          if (!nodes) return [];
          known = { core: core.client, nodes };
          view.message = undefined;
        } catch (error) {
          const [reason] = errorText(error).split('. ');
          view.message = `Not up to date: ${reason!}`;
        }
        return known?.core === core.client ? [...known.nodes] : [];
      },
    },
  });
  context.subscriptions.push(
    changed,
    view,
    { dispose: () => clearTimeout(timer) },
    connection.onDidChange(() => {
      if (!connection.core) view.message = undefined;
      soon();
    }),
    connection.onDidChangeInventory(soon),
    connection.onDidUpdate(({ target }) => {
      if (list.kinds.includes(target.type)) soon();
    }),
  );
  return { refresh: () => changed.fire(undefined) };
}

/** What is read of a Core; undefined as soon as another one is current, as its answer may take long or never come. */
async function whileCurrent<T>(
  connection: Connection,
  { client }: Core,
  reading: Promise<T>,
): Promise<T | undefined> {
  let listener: vscode.Disposable | undefined;
  const another = new Promise<undefined>((resolve) => {
    listener = connection.onDidChange(() => {
      if (connection.core?.client !== client) resolve(undefined);
    });
  });
  try {
    return await Promise.race([reading, another]);
  } finally {
    listener?.dispose();
  }
}
