import * as vscode from 'vscode';
import type { DebuggedAction } from '../../actions/debugAction.ts';
import { errorText } from '../errorText.ts';

/** Where the session of VS Code's JavaScript debugger is attached; undefined for one of its children. */
export function addressOf({ configuration, parentSession }: vscode.DebugSession): unknown {
  return parentSession ? undefined : configuration.websocketAddress;
}

/**
 * Attaches VS Code's JavaScript debugger. When its session ends Deno does, and the other way round.
 *
 * @param onStart called when there is a session
 */
export async function attach(
  debugged: DebuggedAction,
  label: string,
  file: vscode.Uri,
  onStart: () => void,
): Promise<void> {
  const isOurs = (session: vscode.DebugSession): boolean => addressOf(session) === debugged.address;
  const listeners = vscode.Disposable.from(
    vscode.debug.onDidStartDebugSession((session) => {
      if (!isOurs(session)) return;
      onStart();
      void debugged.ended.then(() => {
        void vscode.debug.stopDebugging(session);
      });
    }),
    vscode.debug.onDidTerminateDebugSession((session) => {
      if (isOurs(session)) debugged.end();
    }),
  );
  void debugged.ended.then(() => {
    listeners.dispose();
  });
  try {
    const folder = vscode.workspace.getWorkspaceFolder(file);
    const isStarted = await vscode.debug.startDebugging(folder, {
      type: 'pwa-node',
      request: 'attach',
      name: `Debug ${label}`,
      websocketAddress: debugged.address,
      continueOnAttach: true,
      autoAttachChildProcesses: false,
      // The source map stands in the script itself, which comes once the debugger is there: it waits for its breakpoints.
      resolveSourceMapLocations: null,
      pauseForSourceMap: true,
      outFiles: [],
      skipFiles: ['<node_internals>/**', 'ext:*/**', ...debugged.notTheirs],
      internalConsoleOptions: 'openOnSessionStart',
    });
    if (!isStarted) debugged.end();
  } catch (error) {
    debugged.end();
    throw new Error(`The JavaScript debugger of VS Code could not start: ${errorText(error)}`);
  }
}
