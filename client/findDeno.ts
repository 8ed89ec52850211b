/** Deno, which runs scripts as Core does: the one of the setting or of this machine, else our own, with consent. */
import path from 'node:path';
import * as vscode from 'vscode';
import { errorText } from './errorText.ts';
import { denoPackage, denoVersion, installDeno, installedDeno, starts } from './installDeno.ts';

/**
 * Where Deno is; undefined when somebody would rather not have it.
 * @param storage the extension's own folder
 * @throws Error in words for people
 */
export async function findDeno(storage: vscode.Uri): Promise<string | undefined> {
  const chosen = vscode.workspace.getConfiguration('komodo').get('deno.path', '').trim();
  if (chosen !== '') {
    if (await starts(chosen)) return chosen;
    throw new Error(`The setting komodo.deno.path says “${chosen}”, which does not start.`);
  }
  if (await starts('deno')) return 'deno';
  const folder = path.join(storage.fsPath, 'deno');
  return installedDeno(folder) ?? (await offer(folder));
}

async function offer(folder: string): Promise<string | undefined> {
  const answer = await vscode.window.showInformationMessage(
    'Rehearsing and debugging Actions needs Deno, which Core runs them with as well.',
    {
      modal: true,
      detail: `There is no deno in PATH. Shall npm download its package ${denoPackage} ${denoVersion} (about 40 MB, 95 MB on disk) into this extension’s own folder? Nothing else is installed.\n\n${folder}\n\nOr install Deno by yourself, and say in the setting komodo.deno.path where it is.`,
    },
    'Download Deno',
    'Open Setting',
  );
  if (answer === 'Open Setting') await openSetting();
  return answer === 'Download Deno' ? download(folder) : undefined;
}

/** Asks what to do where it fails; a longer message without a button would be cut. */
async function download(folder: string): Promise<string | undefined> {
  try {
    return await installed(folder);
  } catch (error) {
    const answer = await vscode.window.showErrorMessage(
      errorText(error),
      'Try Again',
      'Open Setting',
    );
    if (answer === 'Open Setting') await openSetting();
    return answer === 'Try Again' ? download(folder) : undefined;
  }
}

const openSetting = () =>
  vscode.commands.executeCommand('workbench.action.openSettings', 'komodo.deno.path');

function installed(folder: string): Thenable<string | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const title = `npm downloads Deno ${denoVersion}`;
  return vscode.window.withProgress({ location, title, cancellable: true }, (_, cancelled) => {
    const stop = new AbortController();
    cancelled.onCancellationRequested(() => stop.abort());
    return installDeno(folder, stop.signal);
  });
}
