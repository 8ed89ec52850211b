import * as vscode from 'vscode';
import { progressText } from './progressText.ts';
import type { Runs } from './runs.ts';

/** Shows in the status bar which runs are under way, and how far they are; a click opens the run panel. */
export function showRunProgress(runs: Runs, context: vscode.ExtensionContext): void {
  const item = vscode.window.createStatusBarItem('komodo.runs', vscode.StatusBarAlignment.Left, 9);
  item.name = 'Komodo: Runs under way';
  item.command = 'komodo.showRunPanel';
  const draw = (): void => {
    const { underWay } = runs;
    const texts = underWay.map(({ target, run }) => progressText(target.name, run));
    item.text = `$(loading~spin) ${texts.length === 1 ? texts[0]! : `${texts.length} runs`}`;
    item.tooltip = texts.join('\n');
    item.accessibilityInformation = { label: `Komodo runs: ${texts.join(', ')}`, role: 'button' };
    if (texts.length > 0) item.show();
    else item.hide();
  };
  context.subscriptions.push(item, runs.onDidAdd(draw), runs.onDidChange(draw));
}
