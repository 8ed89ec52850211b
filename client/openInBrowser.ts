import * as vscode from 'vscode';
import type { Core } from './connection.ts';
import type { RunTarget } from './run/runSession.ts';

const pages: Record<RunTarget['kind'], string> = {
  Procedure: 'procedures',
  Action: 'actions',
  ResourceSync: 'resource-syncs',
};

/** The page of Komodo's web interface that shows it, relative to Core's address. */
export const pageOf = (target: RunTarget | undefined): string | undefined =>
  target && `${pages[target.kind]}/${target.id}`;

/** Opens a page of Komodo's web interface; the sandbox has none. */
export async function openInBrowser({ profile }: Core, page: string): Promise<void> {
  if (profile.kind === 'sandbox') throw new Error('The sandbox has no web interface.');
  await vscode.env.openExternal(vscode.Uri.parse(`${profile.address}/${page}`));
}
