import * as vscode from 'vscode';
import type { Core } from '../connection.ts';
import type { LanguageClient } from 'vscode-languageclient/node';
import { showFileErrors } from './fileErrors.ts';
import { fileErrors, pendingLines, syncError } from './pendingSync.ts';
import type { RunTarget } from './runSession.ts';

/**
 * Asks which ResourceSync to run, and shows what it would change. Undefined when somebody gives up or there is nothing
 * to change; when its files have errors, those are shown where they stand.
 */
export async function chooseSync(
  { client, profile, label }: Core,
  languageClient: Promise<LanguageClient>,
): Promise<RunTarget | undefined> {
  const items = async () => {
    const syncs = await client.read('ListResourceSyncs', { query: {} });
    if (syncs.length === 0)
      throw new Error(`${profile.name} has no ResourceSync that you may see.`);
    return syncs.map((sync) => ({
      label: `$(sync) ${sync.name}`,
      description: [sync.info.state, sync.info.repo, ...sync.info.resource_path]
        .filter((part) => part !== '')
        .join(' · '),
      sync,
    }));
  };
  const picked = await vscode.window.showQuickPick(items(), {
    title: `Run Sync on ${profile.name}`,
    placeHolder: `Which ResourceSync brings the files to ${label}?`,
  });
  if (!picked) return undefined;
  const { id, name } = picked.sync;
  const pending = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Reading what ${name} would change…` },
    () => client.write('RefreshResourceSyncPending', { sync: id }),
  );
  const errors = fileErrors(pending);
  if (errors.length > 0) {
    await showFileErrors(`The sync “${name}” can’t run on ${profile.name}`, errors, languageClient);
    return undefined;
  }
  const problem = syncError(pending);
  if (problem !== undefined) {
    await vscode.window.showErrorMessage(`The sync “${name}” can’t run on ${profile.name}.`, {
      modal: true,
      detail: problem,
    });
    return undefined;
  }
  const lines = pendingLines(pending);
  if (lines.length === 0) {
    void vscode.window.showInformationMessage(`${name} has nothing to change on ${profile.name}.`);
    return undefined;
  }
  const answer = await vscode.window.showWarningMessage(
    `Run the sync “${name}” on ${profile.name}?`,
    { modal: true, detail: lines.join('\n') },
    'Run Sync',
  );
  return answer === undefined ? undefined : { kind: 'ResourceSync', id, name };
}
