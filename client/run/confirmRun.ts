import * as vscode from 'vscode';
import type { Connection, Core } from '../connection.ts';
import { configOnCore } from '../configOnCore.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';
import type { RunTarget } from './runSession.ts';
import { runText } from './runText.ts';
import { stageLines } from './stageLines.ts';

/**
 * Asks whether to run something on a real Core: shows what Core would do, as it has it stored, and says when a file of
 * the workspace has it otherwise.
 */
export async function confirmRun(
  core: Core,
  target: RunTarget,
  connection: Connection,
  runnables: RunnablesInFiles,
): Promise<boolean> {
  const { kind, name } = target;
  if (kind === 'ResourceSync') return true;
  const config = await configOnCore(core, kind, target.id);
  const nameOfId = (id: string): string | undefined => connection.nameOfId(id);
  const placed = await runnables.find(kind, name);
  const inFile = placed?.runnable.config;
  const differs =
    inFile !== undefined && runText(kind, inFile, nameOfId) !== runText(kind, config, nameOfId);
  const warning = differs
    ? `\n\n⚠ ${vscode.workspace.asRelativePath(placed!.uri)} has it otherwise. Core runs what it has stored; the file gets there by a sync.`
    : '';
  const plan = kind === 'Procedure' ? stageLines(config, nameOfId).join('\n') : 'Runs its script.';
  const answer = await vscode.window.showWarningMessage(
    `Run ${name} on ${core.profile.name}?`,
    { modal: true, detail: `${core.label}\n\n${plan}${warning}` },
    'Run',
    ...(differs ? ['Compare', 'Run Sync…'] : []),
  );
  if (answer === 'Compare') {
    await vscode.commands.executeCommand('komodo.compareWithCore', { runnable: target });
  } else if (answer === 'Run Sync…') {
    await vscode.commands.executeCommand('komodo.runSync');
  }
  return answer === 'Run';
}
