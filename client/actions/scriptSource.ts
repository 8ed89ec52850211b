import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { actionSource, type PlacedScript } from '../../protocol/lsp.ts';

/** The script of an Action; null where it has none. `text` is what stands in the file. */
export type ScriptSource = (
  toml: vscode.Uri,
  name: string,
  text: string,
) => Promise<PlacedScript | null>;

/** The script of an Action as the language server reads it. */
export function scriptSource(languageClient: Promise<LanguageClient>): ScriptSource {
  return async (toml, name, text) => {
    const client = await languageClient;
    const uri = client.code2ProtocolConverter.asUri(toml);
    return client.sendRequest(actionSource, { uri, name, text });
  };
}
