import * as vscode from 'vscode';
import { CoreError } from '../../api/index.ts';
import type { Run } from '../../komodo/runs/index.ts';
import { errorText } from '../errorText.ts';
import { placeName } from '../profiles/profile.ts';
import { outcomeText } from './progressText.ts';
import type { RunSession } from './runSession.ts';
import type { Runs } from './runs.ts';

/** What a notification offers. */
export interface OutcomeActions {
  show(session: RunSession): void;
  openToml(session: RunSession): void;
}

/** Tells how each run that was started from here has ended. */
export function notifyOutcomes(
  runs: Runs,
  actions: OutcomeActions,
  context: vscode.ExtensionContext,
): void {
  context.subscriptions.push(
    runs.onDidAdd((session) => {
      if (!session.ours) return;
      session.end.then(
        (run) => void notify(session, run, actions),
        (error: unknown) => {
          if (error instanceof CoreError && error.kind === 'aborted') return;
          const { target, core } = session;
          void vscode.window.showWarningMessage(
            `${target.name} on ${placeName(core.profile)} can’t be followed any more: ${errorText(error)}`,
          );
        },
      );
    }),
  );
}

async function notify(session: RunSession, run: Run, actions: OutcomeActions): Promise<void> {
  const text = outcomeText(session.target.name, placeName(session.core.profile), run);
  const show = {
    ok: vscode.window.showInformationMessage,
    failed: vscode.window.showErrorMessage,
    cancelled: vscode.window.showWarningMessage,
  }[run.status as 'ok' | 'failed' | 'cancelled'];
  const buttons = session.target.kind === 'ResourceSync' ? ['Show'] : ['Show', 'Open TOML'];
  const answer = await show(text, ...buttons);
  if (answer === 'Show') actions.show(session);
  else if (answer === 'Open TOML') actions.openToml(session);
}
