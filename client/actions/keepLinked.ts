import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { fileOfScript, scriptOfFile } from '../../komodo/actions/scriptFile.ts';
import { allLinkedScripts, linkedScripts, type LinkedScript } from '../../protocol/scripts.ts';
import { errorText } from '../errorText.ts';
import type { Lazily } from '../lazily.ts';
import { linkedFile } from './scriptSource.ts';
import { textOnDisk, writeScript } from './writeScript.ts';

/**
 * When a script or the file that it is linked to is saved, the other one follows: if both were the same before. Where they
 * were not, a person has to choose, and a diagnostic says so.
 */
export function keepLinked(
  language: Lazily<LanguageClient>,
  context: vscode.ExtensionContext,
): void {
  /** What stood on disk before a file is saved. */
  const before = new Map<string, string>();
  const agreed: Agreed = new Map();
  const follow = async (document: vscode.TextDocument): Promise<void> => {
    const key = document.uri.toString();
    const old = before.get(key);
    before.delete(key);
    if (old === undefined || old === document.getText()) return;
    const client = await language.promise;
    if (document.languageId === 'toml') await followToml(client, document, old, agreed);
    else await followFile(client, document, old, agreed);
  };
  context.subscriptions.push(
    vscode.workspace.onWillSaveTextDocument((event) => {
      const { uri, languageId } = event.document;
      // Where nothing is of ours yet, no TypeScript is linked to it.
      if (!language.begun || uri.scheme !== 'file') return;
      if (!/^(?:toml|typescript)$/.test(languageId)) return;
      const read = textOnDisk(uri).then((text) => {
        if (text !== undefined) before.set(uri.toString(), text);
      });
      event.waitUntil(read);
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      follow(document).catch((error: unknown) =>
        vscode.window.showErrorMessage(`A linked script did not follow: ${errorText(error)}`),
      );
    }),
  );
}

/**
 * The script that both sides were last given here, by link. What is typed on while the one is made to follow the other is
 * a change from that, and not from what stood on disk.
 */
type Agreed = Map<string, string>;

const keyOf = ({ uri, name, path }: LinkedScript): string => JSON.stringify([uri, name, path]);

async function followToml(
  client: LanguageClient,
  document: vscode.TextDocument,
  old: string,
  agreed: Agreed,
): Promise<void> {
  if (!/komodo:\s*file/.test(old)) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const [before, now] = await Promise.all(
    [old, document.getText()].map((text) => client.sendRequest(linkedScripts, { uri, text })),
  );
  for (const { name, path, script } of now!) {
    const was = before!.find((each) => each.name === name && each.path === path);
    if (!was || was.script === script) continue;
    const file = linkedFile(client, was);
    const text = await textOnDisk(file);
    if (text === undefined) continue;
    const inFile = scriptOfFile(text);
    if (inFile !== scriptOfFile(was.script) && inFile !== agreed.get(keyOf(was))) continue;
    const written = new TextEncoder().encode(fileOfScript(script, text));
    await vscode.workspace.fs.writeFile(file, written);
    agreed.set(keyOf(was), scriptOfFile(script));
  }
}

async function followFile(
  client: LanguageClient,
  document: vscode.TextDocument,
  old: string,
  agreed: Agreed,
): Promise<void> {
  const script = scriptOfFile(document.getText());
  if (script === scriptOfFile(old)) return;
  for (const linked of await client.sendRequest(allLinkedScripts)) {
    const isThis = linkedFile(client, linked).toString() === document.uri.toString();
    const inToml = scriptOfFile(linked.script);
    const isSame = inToml === scriptOfFile(old) || inToml === agreed.get(keyOf(linked));
    if (!isThis || !isSame) continue;
    const toml = client.protocol2CodeConverter.asUri(linked.uri);
    // The TOML is saved in the course of it, and then looked at, too.
    agreed.set(keyOf(linked), script);
    let isDone = false;
    try {
      isDone = await writeScript(client, toml, linked.name, script);
    } finally {
      // What only the file has is never overwritten.
      if (!isDone) agreed.delete(keyOf(linked));
    }
  }
}
