/** Debugging Actions: a bundle of its own, which the client loads when an Action is debugged. */
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import type { DebuggedAction } from '../../actions/debugAction.ts';
import { startDebugging } from '../../actions/debugging.ts';
import { mergeArgs, parseArguments, type Args } from '../../komodo/actions/args.ts';
import { bundledEngine } from '../../komodo/patterns/bundled-engine.ts';
import type { ScriptSources } from '../actions/scriptInToml.ts';
import type { Connection } from '../connection.ts';
import { errorText } from '../errorText.ts';
import { allowedHosts } from '../allowedHosts.ts';
import { findDeno } from '../findDeno.ts';
import { askArgs } from '../rehearsal/askArgs.ts';
import { addressOf, attach } from './attach.ts';
import { followTabBreakpoints } from './tabBreakpoints.ts';
import { targetOf } from './target.ts';

/** What is to be debugged: the Action at the cursor unless it is said. */
export interface DebugRequest {
  readonly name?: string;
  /** The TOML file, or a script in a file of its own. */
  readonly uri?: vscode.Uri;
  /** They are joined with the Action's own arguments; left out, the person is asked for them. */
  readonly args?: Args;
}

/** What the client has that debugging needs. */
export interface DebugServices extends ScriptSources {
  readonly connection: Connection;
  /** The extension's own folder. */
  readonly storage: vscode.Uri;
}

/** What a debugger is attached to. */
interface Begun extends Pick<DebuggedAction, 'masked'> {
  readonly request: DebugRequest;
}

/** What a debugger says that a script has printed, as far as it is one text. */
interface Printed {
  readonly event?: string;
  readonly body?: { output?: unknown };
}

export class Debugging implements vscode.Disposable {
  readonly #services: DebugServices;
  readonly #running = new Set<DebuggedAction>();
  /** What was debugged, by the address of its debugger. */
  readonly #begun = new Map<unknown, Begun>();
  readonly #tracking: vscode.Disposable;

  constructor(services: DebugServices) {
    this.#services = services;
    this.#tracking = vscode.debug.registerDebugAdapterTrackerFactory('pwa-node', {
      createDebugAdapterTracker: (session) => {
        const begun = this.#begun.get(addressOf(session));
        if (begun) return this.#tracker(session, begun);
        // What the script prints comes by a session inside of it.
        const around = session.parentSession && this.#begun.get(addressOf(session.parentSession));
        return around && { onDidSendMessage: (message) => mask(message as Printed, around) };
      },
    });
  }

  #tracker(session: vscode.DebugSession, { request }: Begun): vscode.DebugAdapterTracker {
    return {
      // The debugger would look for the Deno that has ended.
      onWillReceiveMessage: ({ command }: { readonly command?: string }) => {
        if (command === 'restart') void this.#restart(session, request);
      },
    };
  }

  /** Ends what is being debugged. */
  dispose(): void {
    this.#tracking.dispose();
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
    const { defaults, format, script } = target;
    const given =
      request.args ?? (await askArgs({ action: label, verb: 'Debug', defaults, format, script }));
    if (!given) return;
    const deno = await findDeno(this.#services.storage);
    if (deno === undefined) return;
    const title = `Komodo: ${label} is started under a debugger`;
    const location = vscode.ProgressLocation.Window;
    await vscode.window.withProgress({ title, location }, async () => {
      const core = await this.#services.connection.connect();
      const notes: string[] = [];
      const debugged = await startDebugging({
        ...target,
        deno,
        allowHosts: allowedHosts(),
        args: mergeArgs(parseArguments(defaults, format), given),
        file: pathToFileURL(file.fsPath).href,
        core: core.client,
        version: core.version,
        regexEngine: bundledEngine,
        onChange: ([first = '', ...rest]) => print([`Simulated: ${first}`, ...rest]),
        onNotes: (lines) => notes.push(...lines),
        onError: (text) => void vscode.window.showErrorMessage(`Deno: ${text.trim()}`),
      });
      this.#running.add(debugged);
      const { address, masked } = debugged;
      this.#begun.set(address, { request: { ...target.again, args: given }, masked });
      const twins = target.tab && followTabBreakpoints(target.tab, file, target);
      void debugged.ended.then(() => {
        twins?.dispose();
        this.#running.delete(debugged);
      });
      await attach(debugged, label, file, () =>
        print([
          `${label} reads from ${core.profile.name}. What it writes or executes is simulated: nothing is changed.`,
          ...notes,
        ]),
      );
    });
  }

  async #restart(session: vscode.DebugSession, request: DebugRequest): Promise<void> {
    await vscode.debug.stopDebugging(session);
    try {
      await this.debug(request);
    } catch (error) {
      void vscode.window.showErrorMessage(errorText(error));
    }
  }
}

/** Masks secrets in what a script prints before the Debug Console has it, as Core masks them in its log. */
function mask({ event, body }: Printed, { masked }: Begun): void {
  if (event === 'output' && typeof body?.output === 'string') body.output = masked(body.output);
}

function print(lines: readonly string[]): void {
  for (const line of lines) vscode.debug.activeDebugConsole.appendLine(line);
}
