/** Debugging Actions: a bundle of its own, which the client loads when an Action is debugged. */
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import type { DebuggedAction } from '../../actions/debugAction.ts';
import { startDebugging } from '../../actions/debugging.ts';
import { NoDeno } from '../../actions/denoProcess.ts';
import type { PlacedScript } from '../../protocol/lsp.ts';
import type { Connection, Core } from '../connection.ts';
import { denoProgram } from '../deno.ts';
import { errorText } from '../errorText.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';
import { targetOf } from './target.ts';

/** What is to be debugged: the Action at the cursor unless it is said. */
export interface DebugRequest {
  readonly name?: string;
  /** The TOML file, or a script in a file of its own. */
  readonly uri?: vscode.Uri;
  /** They are joined with the Action's own arguments. */
  readonly args?: Record<string, unknown>;
}

/** What the client has that debugging needs. */
export interface DebugServices {
  readonly runnables: RunnablesInFiles;
  readonly connection: Connection;
  /** The script of an Action; `text` is what stands in a file that is not open. */
  readonly sourceOf: (
    toml: vscode.Uri,
    name: string,
    text?: string,
  ) => Promise<PlacedScript | null>;
}

export class Debugging implements vscode.Disposable {
  readonly #services: DebugServices;
  readonly #running = new Set<DebuggedAction>();

  constructor(services: DebugServices) {
    this.#services = services;
  }

  /** Ends what is being debugged. */
  dispose(): void {
    for (const debugged of this.#running) debugged.end();
  }

  /** Resolves when the debugger is attached. Rejects with words for a person. */
  async debug(request: DebugRequest): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      throw new Error('Actions are debugged once this workspace is trusted.');
    }
    const target = await targetOf(request, this.#services);
    if (!target) return;
    const { label, file } = target;
    if (file.scheme !== 'file')
      throw new Error(`Save ${label} first: a debugger looks for its file.`);
    const title = `Komodo: ${label} is started under a debugger`;
    const location = vscode.ProgressLocation.Window;
    await vscode.window.withProgress({ title, location }, async () => {
      const core = await this.#services.connection.connect();
      const deno = denoProgram();
      const debugged = await startDebugging({
        ...target,
        ...(deno !== undefined && { deno }),
        file: pathToFileURL(file.fsPath).href,
        core: core.client,
        version: core.version,
        onChange: ([first = '', ...rest]) => print([`Simulated: ${first}`, ...rest]),
        onError: (text) => void vscode.window.showErrorMessage(`Deno: ${text.trim()}`),
      }).catch((error: unknown) => {
        if (!(error instanceof NoDeno)) throw error;
        throw new Error(`${error.message}, or say in the setting komodo.deno.path where it is.`);
      });
      this.#running.add(debugged);
      void debugged.ended.then(() => this.#running.delete(debugged));
      await attach(debugged, core, target.label, file);
    });
  }
}

/** Attaches VS Code's JavaScript debugger. When its session ends Deno does, and the other way round. */
async function attach(
  debugged: DebuggedAction,
  core: Core,
  label: string,
  file: vscode.Uri,
): Promise<void> {
  const { address } = debugged;
  const isOurs = ({ configuration, parentSession }: vscode.DebugSession): boolean =>
    !parentSession && (configuration.websocketAddress as unknown) === address;
  const listeners = vscode.Disposable.from(
    vscode.debug.onDidStartDebugSession((session) => {
      if (!isOurs(session)) return;
      print([
        `${label} reads from ${core.profile.name}. What it writes or executes is simulated: nothing is changed.`,
      ]);
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
      websocketAddress: address,
      continueOnAttach: true,
      autoAttachChildProcesses: false,
      // The source map stands in the script itself.
      resolveSourceMapLocations: null,
      outFiles: [],
      skipFiles: ['<node_internals>/**', 'ext:*/**', debugged.notTheirs],
      internalConsoleOptions: 'openOnSessionStart',
    });
    if (!isStarted) debugged.end();
  } catch (error) {
    debugged.end();
    throw new Error(`The JavaScript debugger of VS Code could not start: ${errorText(error)}`);
  }
}

function print(lines: readonly string[]): void {
  for (const line of lines) vscode.debug.activeDebugConsole.appendLine(line);
}
