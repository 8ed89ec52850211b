import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ChosenRunnable } from '../chooseRunnable.ts';
import type { Connection, Core } from '../connection.ts';
import { listRunnables } from '../listRunnables.ts';
import { openToml } from '../openToml.ts';
import { placeName } from '../profiles/profile.ts';
import type { RunnableKind } from '../runnable.ts';
import type { GivenArgs, Rehearsals } from '../rehearsals.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Confirmation } from './confirmation.ts';
import { chooseSync } from './runSync.ts';
import { runnableItems } from './runnableItems.ts';
import type { RunSession, RunTarget } from './runSession.ts';
import type { Runs } from './runs.ts';
import { saveToml } from './saveToml.ts';

/** How long a short message stands in the status bar, in milliseconds. */
const messageTime = 6000;

/** What runs are made with. */
export interface RunServices {
  readonly connection: Connection;
  readonly sandbox: Sandbox;
  readonly runs: Runs;
  readonly runnables: RunnablesInFiles;
  readonly confirmation: Confirmation;
  readonly rehearsals: Pick<Rehearsals, 'askArgs'>;
  readonly languageClient: Promise<LanguageClient>;
}

/** What people do to run something: choose, confirm, start, cancel. */
export class RunCommands {
  readonly #services: RunServices;

  constructor(services: RunServices) {
    this.#services = services;
  }

  /**
   * Runs a Procedure or Action on the Core of the current profile; asks which when no name is given, and for the ARGS of
   * an Action that has arguments.
   * Rejects with words for a person.
   */
  async run(kind: RunnableKind, name?: string, args?: GivenArgs): Promise<RunSession | undefined> {
    if (!vscode.workspace.isTrusted) {
      throw new Error('Running waits until this workspace is trusted.');
    }
    const core = await this.#connect();
    if (core.profile.kind === 'sandbox') await this.#bringSandboxUpToDate();
    const target =
      name === undefined ? await this.#choose(core, kind) : await this.#named(core, kind, name);
    return target && this.#start(core, args ? { ...target, args } : target);
  }

  /** The same again, with the same arguments, on the Core where it ran. */
  async runAgain({ core, target }: RunSession): Promise<RunSession | undefined> {
    if (target.kind === 'ResourceSync') return this.runSync(core);
    // A restarted sandbox has another address, and what stands in the files may have changed.
    const { kind, id, name, args } = target;
    return core.profile.kind === 'sandbox'
      ? this.run(kind, name, args)
      : this.#start(core, { kind, id, name, ...(args && { args }) });
  }

  /** Asks which ResourceSync to run, shows what it would change, and runs it. */
  async runSync(core?: Core): Promise<RunSession | undefined> {
    const on = core ?? (await this.#connect());
    const target = await chooseSync(on, this.#services.languageClient);
    return target && this.#services.runs.start(on, target);
  }

  /** Cancels a run, or one inside of it; asks which when several are under way. */
  async cancel(session?: RunSession, update?: string): Promise<void> {
    const chosen = session ?? (await this.#chooseRun());
    if (!chosen) return;
    await chosen.cancel(update);
    const inside = update === undefined || update === chosen.id ? '' : ' inside';
    const after = chosen.target.kind === 'Procedure' ? ' after the stage that is under way' : '';
    vscode.window.setStatusBarMessage(`The run${inside} ends${after}.`, messageTime);
  }

  /** Cancels what is running of a Procedure or Action, whoever started it. */
  async cancelTarget(target: RunTarget): Promise<void> {
    const ours = this.#services.runs.underWay.find((session) => session.target.id === target.id);
    const session = ours ?? (await this.#findRunning(target));
    if (!session) throw new Error(`${target.name} is not running any more.`);
    await this.cancel(session);
  }

  async #findRunning(target: RunTarget): Promise<RunSession | undefined> {
    const core = await this.#connect();
    const { updates } = await core.client.read('ListUpdates', {
      query: {
        operation: `Run${target.kind}`,
        'target.type': target.kind,
        'target.id': target.id,
        status: 'InProgress',
      },
    });
    const [newest] = updates;
    return newest && this.#services.runs.follow(core, newest.id, target);
  }

  async #start(core: Core, chosen: ChosenRunnable): Promise<RunSession | undefined> {
    const target = chosen.kind === 'Action' ? await this.#withArgs(core, chosen) : chosen;
    if (!target) return undefined;
    if (core.profile.kind === 'core' && !(await this.#services.confirmation.ask(core, target))) {
      return undefined;
    }
    return this.#services.runs.start(core, target);
  }

  async #withArgs(core: Core, target: ChosenRunnable): Promise<ChosenRunnable | undefined> {
    const args = target.args ?? (await this.#services.rehearsals.askArgs(core, target.id));
    return args && { ...target, args };
  }

  async #connect(): Promise<Core> {
    return vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Window,
        title: `Connecting to ${placeName(this.#services.connection.profile)}…`,
      },
      () => this.#services.connection.connect(),
    );
  }

  /** The sandbox runs what stands in files: what is not saved yet is saved, as before a debug session. */
  async #bringSandboxUpToDate(): Promise<void> {
    await saveToml();
    await this.#services.sandbox.reload();
  }

  async #choose(core: Core, kind: RunnableKind): Promise<ChosenRunnable | undefined> {
    const items = async (): Promise<
      (vscode.QuickPickItem & { readonly target?: ChosenRunnable })[]
    > => {
      const [all, inFile] = await Promise.all([
        listRunnables(core.client, kind),
        this.#namesInEditor(kind),
      ]);
      return runnableItems(all, inFile, Date.now()).map(({ runnable, ...item }) =>
        runnable
          ? { ...item, target: runnable }
          : { ...item, kind: vscode.QuickPickItemKind.Separator },
      );
    };
    const picked = await vscode.window.showQuickPick(items(), {
      title: `Run ${kind} on ${placeName(core.profile)}`,
      placeHolder: `Which ${kind}? (${core.label})`,
      matchOnDescription: true,
    });
    return picked?.target;
  }

  async #namesInEditor(kind: RunnableKind): Promise<readonly string[]> {
    const open = vscode.window.activeTextEditor?.document;
    if (open?.languageId !== 'toml') return [];
    const found = await this.#services.runnables.of(open.uri);
    return found.filter((runnable) => runnable.kind === kind).map(({ name }) => name);
  }

  async #named(core: Core, kind: RunnableKind, name: string): Promise<ChosenRunnable | undefined> {
    const found = (await listRunnables(core.client, kind)).find((item) => item.name === name);
    if (found) return found;
    if (core.profile.kind === 'sandbox') {
      const answer = await vscode.window.showErrorMessage(
        `The sandbox has no ${kind} “${name}”: Core would refuse the file it stands in.`,
        'Open TOML',
        'Show Log',
      );
      if (answer === 'Open TOML') await openToml(this.#services.runnables, kind, name);
      if (answer === 'Show Log') await vscode.commands.executeCommand('komodo.showLog');
      return undefined;
    }
    const answer = await vscode.window.showErrorMessage(
      `${core.profile.name} has no ${kind} “${name}” yet. Core runs what it has stored, so the file has to get there by a sync first.`,
      'Run Sync…',
    );
    if (answer !== undefined) await vscode.commands.executeCommand('komodo.runSync');
    return undefined;
  }

  async #chooseRun(): Promise<RunSession | undefined> {
    const { underWay } = this.#services.runs;
    if (underWay.length < 2) return underWay[0];
    const picked = await vscode.window.showQuickPick(
      underWay.map((session) => ({
        label: session.target.name,
        description: session.core.profile.name,
        session,
      })),
      { placeHolder: 'Cancel which run?' },
    );
    return picked?.session;
  }
}
