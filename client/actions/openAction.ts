import * as vscode from 'vscode';
import { editorRange } from '../editorRange.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';
import { addressOf } from '../../protocol/actionPlace.ts';

/** An Action as a lens or a tree names it. */
export interface NamedAction {
  readonly name: string;
  /** The TOML file; left out where any of the workspace may be meant. */
  readonly uri?: vscode.Uri;
}

/**
 * Opens the script of an Action in a tab of its own.
 *
 * @param given left out for the Action at the cursor, or one that the person picks
 */
export async function openAction(runnables: RunnablesInFiles, given?: NamedAction): Promise<void> {
  const action = given ?? (await actionHere(runnables));
  if (!action) return;
  const toml = action.uri ?? (await runnables.find('Action', action.name))?.uri;
  if (!toml) throw new Error(`No TOML file of this workspace defines the Action “${action.name}”.`);
  const uri = vscode.Uri.from(addressOf({ toml, name: action.name }));
  // Its own words say best why there is none.
  await vscode.workspace.fs.stat(uri);
  await vscode.window.showTextDocument(uri, { preview: false });
}

/** The Action at the cursor, else the only one of the file in the editor, else the one that is picked. */
export async function actionHere(
  runnables: RunnablesInFiles,
): Promise<(NamedAction & { readonly uri: vscode.Uri }) | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'toml') {
    throw new Error('Open the TOML file that holds the Action first.');
  }
  const { uri } = editor.document;
  const actions = (await runnables.of(uri)).filter(({ kind }) => kind === 'Action');
  const [first] = actions;
  if (!first) throw new Error('This file holds no Action that has a name.');
  const here = actions.find(({ range }) => editorRange(range).contains(editor.selection.active));
  const chosen = here ?? (actions.length === 1 ? first : undefined);
  if (chosen) return { name: chosen.name, uri };
  const names = actions.map(({ name }) => name);
  const name = await vscode.window.showQuickPick(names, { title: 'Which Action?' });
  return name === undefined ? undefined : { name, uri };
}
