import * as vscode from 'vscode';
import type { Connection } from './connection.ts';
import { shortAddress } from './profiles/profile.ts';

/** The profile and how its connection stands, in the status bar; a click switches to another profile. */
export function showConnectionStatus(
  connection: Connection,
  context: vscode.ExtensionContext,
): void {
  const item = vscode.window.createStatusBarItem(
    'komodo.connection',
    vscode.StatusBarAlignment.Left,
    10,
  );
  item.name = 'Komodo: Connection';
  item.command = 'komodo.switchProfile';
  const draw = (): void => {
    const { state, profile } = connection;
    const sandbox = profile.kind === 'sandbox';
    const icon = {
      idle: sandbox ? 'beaker' : 'debug-disconnect',
      connecting: 'sync~spin',
      connected: sandbox ? 'beaker' : 'server',
      failed: 'warning',
    }[state.status];
    item.text = `$(${icon}) ${sandbox ? 'Sandbox' : profile.name}`;
    item.tooltip = tooltip(connection);
    item.accessibilityInformation = {
      label: `Komodo profile ${profile.name}, ${state.status}`,
      role: 'button',
    };
    item.backgroundColor =
      state.status === 'failed'
        ? new vscode.ThemeColor('statusBarItem.warningBackground')
        : undefined;
    item.show();
  };
  context.subscriptions.push(item, connection.onDidChange(draw));
  draw();
}

function tooltip({ state, profile, core }: Connection): string {
  const what =
    profile.kind === 'sandbox'
      ? 'Komodo sandbox: Procedures run on this machine and touch nothing else.'
      : `Komodo Core “${profile.name}” at ${shortAddress(profile)}`;
  const version = core ? `Version ${core.version}` : '';
  return [what, version, stateWords(state), 'Click to switch profile.']
    .filter((line) => line !== '')
    .join('\n');
}

function stateWords(state: Connection['state']): string {
  switch (state.status) {
    case 'idle':
      return 'Starts when it is needed.';
    case 'connecting':
      return state.why === undefined ? 'Connecting…' : `Connecting again: ${state.why}`;
    case 'connected':
      return 'Connected.';
    case 'failed':
      return state.why;
  }
}
