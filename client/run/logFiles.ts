import * as vscode from 'vscode';
import { logDocument } from './panelLog.ts';
import type { RunSession } from './runSession.ts';
import { allRuns } from './runTree.ts';

/** Opens the log as a text document: of some Updates, or of all. */
export async function openLog(session: RunSession, updates?: readonly string[]): Promise<void> {
  const content = textOf(session, updates);
  const document = await vscode.workspace.openTextDocument({ content, language: 'log' });
  await vscode.window.showTextDocument(document);
}

/** Asks for a file and writes the log to it. */
export async function saveLog(session: RunSession, updates?: readonly string[]): Promise<void> {
  const started = new Date(session.choice.start).toISOString().slice(0, 19).replaceAll(':', '-');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${session.target.name}-${started}.log`;
  const uri = await vscode.window.showSaveDialog({
    title: `Save the log of ${session.target.name}`,
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { Log: ['log', 'txt'] },
  });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(textOf(session, updates)));
  const answer = await vscode.window.showInformationMessage(
    `The log is saved as ${vscode.workspace.asRelativePath(uri)}.`,
    'Open',
  );
  if (answer !== undefined) await vscode.window.showTextDocument(uri);
}

function textOf({ run, lines, target }: RunSession, updates?: readonly string[]): string {
  const names = new Map(run ? allRuns(run).map(({ id, name }) => [id, name]) : []);
  return logDocument(lines, (id) => names.get(id) ?? target.name, updates);
}
