import * as vscode from 'vscode';
import type { LanguageClient, TextEdit } from 'vscode-languageclient/node';
import { actionScriptEdits } from '../../protocol/scripts.ts';

/**
 * Gives an Action of a TOML file another script. The file is saved too, unless it had changes of its own. False where it
 * has no such Action; rejects, in words for people, where the script cannot stand there or the file is being changed.
 */
export async function writeScript(
  client: LanguageClient,
  toml: vscode.Uri,
  name: string,
  script: string,
): Promise<boolean> {
  const uri = client.code2ProtocolConverter.asUri(toml);
  return changeToml(client, toml, () =>
    client.sendRequest(actionScriptEdits, { uri, name, script }),
  );
}

/** Makes edits that the language server finds for a TOML file; false where it finds none possible. */
export async function changeToml(
  client: LanguageClient,
  toml: vscode.Uri,
  find: () => Promise<readonly TextEdit[] | null>,
): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(toml).then(undefined, () => undefined);
  const version = document?.version;
  const edits = document && (await find());
  if (!edits) return false;
  if (edits.length === 0) return true;
  const wasDirty = document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.set(toml, await client.protocol2CodeConverter.asTextEdits([...edits]));
  const isDone = document.version === version && (await vscode.workspace.applyEdit(edit));
  if (!isDone) throw new Error(`${fileName(toml)} is being changed. Try once more.`);
  if (!wasDirty && !document.isUntitled) await document.save();
  return true;
}

/** The last part of a path. */
export const fileName = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** What a file says; undefined where there is none that can be read. */
export async function textOnDisk(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
