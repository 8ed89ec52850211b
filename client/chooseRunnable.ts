import * as vscode from 'vscode';
import type { Connection } from './connection.ts';
import { editorRange } from './editorRange.ts';
import { listRunnables } from './listRunnables.ts';
import { runnableItems } from './run/runnableItems.ts';
import type { RunTarget } from './run/runSession.ts';
import type { RunnableKind } from './runnable.ts';
import type { RunnablesInFiles } from './runnablesInFiles.ts';
import type { RecentRunNode } from './trees/recentRuns.ts';
import type { RunnableNode } from './trees/runnables.ts';

/** A Procedure or Action as a command gets it: by name from a code lens, as a node from a tree, not at all from the palette. */
export type RunnableArgument = string | RunnableNode | undefined;
export type NodeArgument = RunnableNode | RecentRunNode | undefined;

export const nameIn = (argument: RunnableArgument): string | undefined =>
  typeof argument === 'object' ? argument.runnable.name : argument;

export const targetIn = (node: RunnableNode | RecentRunNode): RunTarget =>
  'runnable' in node
    ? node.runnable
    : { kind: node.run.kind, id: node.run.targetId, name: node.run.name };

/** A Procedure or Action of Core. */
export interface ChosenRunnable extends RunTarget {
  readonly kind: RunnableKind;
}

/** The one a command was given, else the one at the cursor, else the one that somebody picks. */
export async function chooseRunnable(
  {
    connection,
    runnables,
  }: { readonly connection: Connection; readonly runnables: RunnablesInFiles },
  node: RunnableNode | undefined,
): Promise<ChosenRunnable | undefined> {
  if (node) return node.runnable;
  const { client, profile } = await connection.connect();
  const kinds = ['Procedure', 'Action'] as const;
  const all = (await Promise.all(kinds.map((kind) => listRunnables(client, kind)))).flat();
  const atCursor = await runnableAtCursor(runnables);
  const found = all.find(({ kind, name }) => kind === atCursor?.kind && name === atCursor.name);
  if (found) return found;
  const items = runnableItems(all, [], Date.now());
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: `Which Procedure or Action of ${profile.name}?`,
  });
  return picked?.runnable;
}

async function runnableAtCursor(
  runnables: RunnablesInFiles,
): Promise<{ readonly kind: RunnableKind; readonly name: string } | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'toml') return undefined;
  const found = await runnables.of(editor.document.uri);
  return found.find(({ range }) => editorRange(range).contains(editor.selection.active));
}
