import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  actionSource,
  allLinkedScripts,
  type LinkedScript,
  type PlacedScript,
} from '../../protocol/scripts.ts';

/** The script of an Action; null where it has none. `text` is what stands in the file. */
export type ScriptSource = (
  toml: vscode.Uri,
  name: string,
  text: string,
) => Promise<PlacedScript | null>;

/** The Actions whose scripts a comment links to a file. */
export type LinkedActions = (
  file: vscode.Uri,
) => Promise<readonly { readonly toml: vscode.Uri; readonly name: string }[]>;

/** The script of an Action as the language server reads it. */
export function scriptSource(languageClient: Promise<LanguageClient>): ScriptSource {
  return async (toml, name, text) => {
    const client = await languageClient;
    const uri = client.code2ProtocolConverter.asUri(toml);
    return client.sendRequest(actionSource, { uri, name, text });
  };
}

/** Links as the language server finds them. */
export function linkedActions(languageClient: Promise<LanguageClient>): LinkedActions {
  return async (file) => {
    const client = await languageClient;
    const all = await client.sendRequest(allLinkedScripts);
    return all
      .filter((linked) => linkedFile(client, linked).toString() === file.toString())
      .map(({ name, uri }) => ({ name, toml: client.protocol2CodeConverter.asUri(uri) }));
  };
}

/** The file that a script is linked to. */
export function linkedFile(client: LanguageClient, { uri, path }: LinkedScript): vscode.Uri {
  return vscode.Uri.joinPath(client.protocol2CodeConverter.asUri(uri), '..', path);
}
