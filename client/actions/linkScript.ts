import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { fileOfScript, scriptOfFile } from '../../komodo/actions/scriptFile.ts';
import { actionScript, linkScript } from '../../protocol/scripts.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';
import { actionHere } from './openAction.ts';
import { changeToml, fileName, textOnDisk, writeScript } from './writeScript.ts';

/** Writes the script of the Action at the cursor into a file, and links the two. */
export async function extractScript(
  runnables: RunnablesInFiles,
  languageClient: Promise<LanguageClient>,
): Promise<void> {
  const action = await actionOnDisk(runnables);
  if (!action) return;
  const { name, uri: toml } = action;
  const client = await languageClient;
  const uri = client.code2ProtocolConverter.asUri(toml);
  const script = await client.sendRequest(actionScript, { uri, name });
  if (script === null) throw new Error(`${fileName(toml)} has no Action “${name}” any more.`);
  const answer = await vscode.window.showInputBox({
    title: 'Into which file?',
    prompt: `Its path from the folder of ${fileName(toml)} on`,
    value: `${name.replace(/[^\w.-]+/g, '-')}.ts`,
    validateInput: (text) =>
      /^[^\\/:[\]][^\\:[\]]*\.ts$/.test(text.trim())
        ? undefined
        : 'Give a path that ends in .ts, with / between its parts.',
  });
  if (answer === undefined) return;
  const path = answer.trim();
  const target = vscode.Uri.joinPath(toml, '..', path);
  const before = await textOnDisk(target);
  if (before !== undefined && scriptOfFile(before) !== scriptOfFile(script)) {
    const question = `${path} is there and says something else.`;
    const replace = 'Overwrite';
    const chosen = await vscode.window.showWarningMessage(question, { modal: true }, replace);
    if (chosen !== replace) return;
  }
  const text = fileOfScript(script, before);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await link(client, toml, name, path);
  await vscode.window.showTextDocument(target, { preview: false });
}

/** Takes the script of a file that is chosen for the Action at the cursor, and links the two. */
export async function embedFile(
  runnables: RunnablesInFiles,
  languageClient: Promise<LanguageClient>,
): Promise<void> {
  const action = await actionOnDisk(runnables);
  if (!action) return;
  const { name, uri: toml } = action;
  const [file] =
    (await vscode.window.showOpenDialog({
      title: `The script of ${name}`,
      defaultUri: vscode.Uri.joinPath(toml, '..'),
      filters: { TypeScript: ['ts'] },
    })) ?? [];
  if (!file) return;
  const text = await textOnDisk(file);
  if (text === undefined) throw new Error(`${fileName(file)} can’t be read.`);
  const client = await languageClient;
  if (!(await writeScript(client, toml, name, scriptOfFile(text)))) {
    throw new Error(`${fileName(toml)} has no Action “${name}” any more.`);
  }
  await link(client, toml, name, pathFrom(toml, file));
}

/** Only a file on disk has others beside it. */
async function actionOnDisk(
  runnables: RunnablesInFiles,
): Promise<{ readonly name: string; readonly uri: vscode.Uri } | undefined> {
  const action = await actionHere(runnables);
  if (action?.uri.scheme === 'untitled') throw new Error('Save the TOML file first.');
  return action;
}

async function link(
  client: LanguageClient,
  toml: vscode.Uri,
  name: string,
  path: string,
): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(toml);
  const isDone = await changeToml(client, toml, async () => {
    const edit = await client.sendRequest(linkScript, { uri, name, path });
    return edit && [edit];
  });
  if (isDone) return;
  throw new Error(
    `The two are not linked: a comment can stand only above a line that begins with file_contents.`,
  );
}

/** The path of a file from the folder of another one on. */
function pathFrom(from: vscode.Uri, to: vscode.Uri): string {
  const [start, end] = [from.path.split('/').slice(0, -1), to.path.split('/')];
  let same = 0;
  while (same < start.length && start[same] === end[same]) same++;
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
}
