import * as vscode from 'vscode';
import type { Connection } from './connection.ts';
import type { ProfileStore } from './profiles/profileStore.ts';
import type { Runs } from './run/runs.ts';

/** Keeps what the `when` clauses in package.json ask for: komodo.connection, .trouble, .profile, .hasProfiles, .runsUnderWay. */
export function keepContextKeys(
  connection: Connection,
  profiles: ProfileStore,
  runs: Runs,
  context: vscode.ExtensionContext,
): void {
  const set = new Map<string, unknown>();
  const keep = (key: string, value: unknown): void => {
    if (set.get(key) === value) return;
    set.set(key, value);
    void vscode.commands.executeCommand('setContext', `komodo.${key}`, value);
  };
  const update = (): void => {
    const { state, profile, core } = connection;
    // While a lost connection is made again, what was read stays in view.
    keep('connection', core && state.status === 'connecting' ? 'connected' : state.status);
    keep('trouble', state.status === 'failed' ? (state.kind ?? 'other') : undefined);
    keep('profile', profile.kind);
    keep('hasProfiles', profiles.cores.length > 0);
    keep('runsUnderWay', runs.underWay.length > 0);
  };
  context.subscriptions.push(
    connection.onDidChange(update),
    profiles.onDidChange(update),
    runs.onDidAdd(update),
    runs.onDidChange(update),
  );
  update();
}
