import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { syncErrors, type LocatedError } from '../../protocol/lsp.ts';
import { editorRange } from '../editorRange.ts';

/**
 * Says what keeps Core from reading the files of a sync, and leads to where it stands.
 * @param what does not go, as the beginning of a sentence
 */
export async function showFileErrors(
  what: string,
  errors: readonly string[],
  languageClient: Promise<LanguageClient>,
): Promise<void> {
  const client = await languageClient;
  const located = await client.sendRequest(syncErrors, errors);
  const items = located.map((error) => {
    const uri =
      error.uri === undefined ? undefined : client.protocol2CodeConverter.asUri(error.uri);
    return { label: error.message, description: placeOf(error, uri), error, uri };
  });
  const [first] = items;
  const more = items.length - 1;
  const place = first?.uri ? `${first.description}: ` : '';
  const message = `${what}: ${place}${first?.label ?? ''}${more > 0 ? ` (and ${more} more)` : ''}`;
  const show = more > 0 ? 'Show Errors…' : 'Open File';
  const actions = items.some(({ uri }) => uri) ? [show] : [];
  if ((await vscode.window.showErrorMessage(message, ...actions)) === undefined) return;
  const chosen = more > 0 ? await vscode.window.showQuickPick(items, { title: what }) : first;
  if (!chosen?.uri || !chosen.error.range) return;
  const selection = editorRange(chosen.error.range);
  await vscode.window.showTextDocument(chosen.uri, { selection });
}

function placeOf({ range }: LocatedError, uri: vscode.Uri | undefined): string {
  if (!uri || !range) return 'in no file of this workspace';
  return `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}`;
}
