/** Quick fixes that give another name to what is defined where something was found, in all files that speak of it. */
import type { CodeAction, Position, WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../../komodo/checks/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Editor } from '../workspace/workspace.ts';
import type { Context } from './context.ts';
import { renaming } from './rename.ts';
import { editOf, type FileAccess } from './renameEdit.ts';

/** What the server is handed back with such a fix: its edits are made when it is chosen. */
export interface NameFixData {
  readonly uri: string;
  readonly position: Position;
  readonly newName: string;
}

export function nameFixes(
  document: Document,
  { newName, place }: Finding,
): (Pick<CodeAction, 'title'> & { readonly data: NameFixData })[] {
  if (newName === undefined || !place) return [];
  const position = document.rangeOf(place).start;
  const data = { uri: document.uri, position, newName };
  return [{ title: `Change to \`${newName}\` here and wherever it is used`, data }];
}

export function isNameFix(data: unknown): data is NameFixData {
  return typeof data === 'object' && data !== null && 'newName' in data;
}

/**
 * The edits of such a fix, and what is to be told besides.
 *
 * @throws Error in words for people, where it cannot be done any more.
 */
export async function nameFixed(
  { position, newName }: NameFixData,
  document: Document,
  context: Context,
  files: FileAccess,
  editor: Pick<Editor, 'documentChanges' | 'changeNotes'>,
): Promise<{ readonly edit: WorkspaceEdit; readonly remarks: readonly string[] }> {
  const plan = renaming(document, position, newName, context, true);
  if ('refused' in plan) throw new Error(plan.refused);
  return editOf(plan, files, editor);
}
