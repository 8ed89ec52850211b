import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { scriptPlace } from '../../protocol/scripts.ts';
import type { FromRunPanel } from '../../protocol/runPanel.ts';
import { editorRange } from '../editorRange.ts';
import type { RunSession } from './runSession.ts';
import { findRun } from './runTree.ts';

/** Goes to the place in a script that a log names. Rejects, in words for people, where the files have no such place. */
export async function openScript(
  languageClient: Promise<LanguageClient>,
  { core, run: whole }: RunSession,
  { run: id, line, column }: Extract<FromRunPanel, { type: 'openScript' }>,
): Promise<void> {
  const run = whole && findRun(whole, id);
  if (run?.kind !== 'Action') throw new Error('This was not written by an Action.');
  const { name, config } = await core.client.read('GetAction', { action: run.target });
  const client = await languageClient;
  const { uri, range } = await client.sendRequest(scriptPlace, {
    name,
    script: config?.file_contents ?? '',
    line,
    column,
    core: core.version,
  });
  const selection = editorRange(range);
  await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(uri), { selection });
}
