import * as vscode from 'vscode';
import type { Sandbox } from './sandbox.ts';

/** Tells when the sandbox has ended by itself: what ran in it is gone, as is what was made in it. */
export function tellSandboxEnd(sandbox: Sandbox, context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    sandbox.onDidEnd(async ({ asked }) => {
      if (asked) return;
      const answer = await vscode.window.showWarningMessage(
        'The sandbox has ended by itself, and its runs with it.',
        'Show Log',
      );
      if (answer !== undefined) await vscode.commands.executeCommand('komodo.showLog');
    }),
  );
}
