import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { actionTypings } from '../../protocol/scripts.ts';
import { textOnDisk } from './writeScript.ts';

/** Asks for the folder with the scripts of Actions, and writes there what other editors need to know them. */
export async function setUpTypings(languageClient: Promise<LanguageClient>): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const client = await languageClient;
  const { version, files } = await client.sendRequest(actionTypings);
  const targets = Object.entries(files).map(([path, text]) => {
    return { path, uri: vscode.Uri.joinPath(folder, path), text };
  });
  const there = await Promise.all(targets.map(({ uri }) => textOnDisk(uri)));
  const wanted = targets.filter(({ text }, index) => there[index] !== text);
  const replaced = targets.filter(
    ({ text }, index) => there[index] !== undefined && there[index] !== text,
  );
  const name = vscode.workspace.asRelativePath(folder);
  if (replaced.length > 0 && !(await isToBeReplaced(name, replaced))) return;
  for (const { uri, text } of wanted) {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }
  void vscode.window.showInformationMessage(
    `The typings of Komodo ${version} are in ${name}/.komodo, and ${name}/tsconfig.json uses them.`,
  );
}

/** The folder of the TypeScript file in the editor is proposed, else one of that name. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  const script =
    active?.languageId === 'typescript' && active.uri.scheme === 'file' ? active.uri : undefined;
  const { workspaceFolders = [] } = vscode.workspace;
  const own = script && vscode.workspace.getWorkspaceFolder(script);
  const root =
    own ??
    (workspaceFolders.length > 1
      ? await vscode.window.showWorkspaceFolderPick()
      : workspaceFolders[0]);
  if (!root) return undefined;
  const beside =
    script && vscode.workspace.asRelativePath(vscode.Uri.joinPath(script, '..'), false);
  const path = await vscode.window.showInputBox({
    title: 'Which folder holds the scripts?',
    prompt: `Its path in ${root.name}, for example actions`,
    value: own && beside !== undefined ? beside : 'actions',
    validateInput: (text) =>
      /^\/|^[a-z]:|(^|[\\/])\.\.([\\/]|$)/i.test(text)
        ? 'Name a folder in the workspace.'
        : undefined,
  });
  return path === undefined ? undefined : vscode.Uri.joinPath(root.uri, path.trim());
}

async function isToBeReplaced(
  folder: string,
  files: readonly { readonly path: string }[],
): Promise<boolean> {
  const replace = 'Overwrite';
  const detail = files.map(({ path }) => `${folder}/${path}`).join('\n');
  const question = 'These files are there and say something else:';
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, replace);
  return answer === replace;
}
