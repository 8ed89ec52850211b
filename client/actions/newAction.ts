import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { actionTemplates, newAction } from '../../protocol/scripts.ts';
import { editorRange } from '../editorRange.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';

/** Asks what a new Action does and what it is called, and puts it into the TOML file in the editor, else a new one. */
export async function askNewAction(
  runnables: RunnablesInFiles,
  languageClient: Promise<LanguageClient>,
): Promise<void> {
  const client = await languageClient;
  const templates = await client.sendRequest(actionTemplates);
  const items = templates.map((template) => ({ label: template.title, template }));
  const picked = await vscode.window.showQuickPick(items, { title: 'What does the Action do?' });
  if (!picked) return;
  const active = vscode.window.activeTextEditor?.document;
  const open = active?.languageId === 'toml' ? active : undefined;
  const taken = open ? (await runnables.of(open.uri)).filter(({ kind }) => kind === 'Action') : [];
  const name = await vscode.window.showInputBox({
    title: 'What is the Action called?',
    value: picked.template.name,
    validateInput: (text) => {
      if (text.trim() === '') return 'An Action needs a name.';
      const isTaken = taken.some((action) => action.name === text.trim());
      return isTaken ? `This file has an Action “${text.trim()}” already.` : undefined;
    },
  });
  if (name === undefined) return;
  const put = async (document: vscode.TextDocument): Promise<boolean> => {
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const question = { uri, name: name.trim(), template: picked.template.id };
    const change = await client.sendRequest(newAction, question);
    if (!change) return false;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, editorRange(change.range), change.newText);
    await vscode.workspace.applyEdit(edit);
    const action = (await runnables.of(document.uri)).findLast(({ kind }) => kind === 'Action');
    const at = action && editorRange(action.header);
    await vscode.window.showTextDocument(document, at && { selection: at });
    return true;
  };
  if (open && (await put(open))) return;
  await put(await vscode.workspace.openTextDocument({ language: 'toml' }));
}
