import * as vscode from 'vscode';
import { Coalescer } from '../../api/coalescer.ts';
import type { Connection, Core } from '../connection.ts';
import { errorText } from '../errorText.ts';

/** How long changes are gathered before a list is read again, in milliseconds. */
const pause = 400;

/** What a tree that lists something of Core's shows, and how it is told to show it anew. */
export interface CoreList<Node> {
  readonly viewId: string;
  /** Kinds of resource whose Updates change the list. */
  readonly kinds: readonly string[];
  /** Whether it says why it is not up to date; one of several does, as they have the same reason. */
  readonly explains: boolean;
  read(core: Core): Promise<readonly Node[]>;
  /** What a node is known by when the list is read again. */
  idOf(node: Node): string;
  treeItem(node: Node): vscode.TreeItem;
}

/**
 * Creates the tree view of a list. It is read when the Core is another, and soon after Core told of an Update. What was
 * read last stays in view until then, and when it can't be read, with a message that says so.
 *
 * @param onShown called when it comes into view, and then again and again
 */
export function createCoreList<Node extends object>(
  list: CoreList<Node>,
  connection: Connection,
  context: vscode.ExtensionContext,
  onShown: () => void,
): { refresh(): void } {
  const changed = new vscode.EventEmitter<Node[] | undefined>();
  const calls = new Coalescer();
  let timer: NodeJS.Timeout | undefined;
  let known: { readonly core: Core['client']; readonly nodes: readonly Node[] } | undefined;
  const isKnown = (): boolean => known !== undefined && known.core === connection.core?.client;

  const read = (): Promise<void> =>
    calls.run('read', async () => {
      const { core } = connection;
      if (!core) return;
      try {
        const nodes = await whileCurrent(connection, core, list.read(core));
        if (!nodes) return;
        const before = isKnown() ? known!.nodes : [];
        known = { core: core.client, nodes: sameNodes(nodes, before, (node) => list.idOf(node)) };
        view.message = undefined;
      } catch (error) {
        const [reason] = errorText(error).split('. ');
        view.message = list.explains ? `Not up to date: ${reason!}` : 'Not up to date.';
      }
    });
  const refresh = async (): Promise<void> => {
    // Else it is read when it comes into view, with a sign of progress.
    const before = isKnown() ? known!.nodes : undefined;
    if (before) await read();
    const nodes = before && isKnown() ? known!.nodes : undefined;
    const areThere = nodes?.every((node, at) => node === before![at]);
    // Drawing a row anew takes the focus into the tree, away from who has opened the palette meanwhile.
    const isSame = areThere && nodes!.length === before!.length;
    const otherwise = isSame ? nodes!.filter(looksOtherwise) : undefined;
    if (otherwise?.length !== 0) changed.fire(otherwise);
  };
  /** What rows look like, as text. */
  const drawn = new WeakMap<Node, string>();
  const looksOtherwise = (node: Node): boolean => drawn.get(node) !== looksOf(list.treeItem(node));
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), pause);
  };
  const view = vscode.window.createTreeView<Node>(list.viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem(node) {
        const item = list.treeItem(node);
        drawn.set(node, looksOf(item));
        return item;
      },
      async getChildren(node) {
        if (node !== undefined) return [];
        onShown();
        if (!isKnown()) await read();
        return isKnown() ? [...known!.nodes] : [];
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
  return { refresh: () => void refresh() };
}

/** What people see of a row, as text. */
function looksOf({ label, description, tooltip, iconPath, contextValue }: vscode.TreeItem): string {
  const told = tooltip instanceof vscode.MarkdownString ? tooltip.value : tooltip;
  return JSON.stringify([label, description, told, iconPath, contextValue]);
}

/**
 * The nodes as they are now, each the object that it was before: VS Code forgets those of a tree that is drawn anew, and a
 * menu that is open then does not know its row any more.
 */
function sameNodes<Node extends object>(
  now: readonly Node[],
  before: readonly Node[],
  idOf: (node: Node) => string,
): readonly Node[] {
  const known = new Map(before.map((node) => [idOf(node), node]));
  return now.map((node) => Object.assign(known.get(idOf(node)) ?? node, node));
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
