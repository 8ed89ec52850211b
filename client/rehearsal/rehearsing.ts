/** Rehearsing Actions, and asking for their ARGS: a bundle of its own, which the client loads when it is wanted. */
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { libraryFile } from '../../actions/index.ts';
import { mergeArgs, parseArguments } from '../../komodo/actions/args.ts';
import type { FromRehearsalPanel } from '../../protocol/rehearsal.ts';
import type { Connection } from '../connection.ts';
import { errorText } from '../errorText.ts';
import { allowedHosts } from '../allowedHosts.ts';
import { findDeno } from '../findDeno.ts';
import { openToml } from '../openToml.ts';
import { placeName } from '../profiles/profile.ts';
import { logDocument } from '../run/panelLog.ts';
import { saveToml } from '../run/saveToml.ts';
import type { Sandbox } from '../sandbox.ts';
import { Sides } from '../sides.ts';
import { askArgs, type ArgsQuestion } from './askArgs.ts';
import type { ScriptSources } from '../actions/scriptInToml.ts';
import { chooseScript, type RehearsalArgument } from './chooseScript.ts';
import { RehearsalPanel } from './rehearsalPanel.ts';
import { RehearsalRun } from './rehearsalRun.ts';
import { twoTexts } from './twoTexts.ts';

/** What the client has that rehearsals need. */
export interface RehearsalServices extends ScriptSources {
  readonly context: vscode.ExtensionContext;
  readonly connection: Connection;
  readonly sandbox: Sandbox;
}

export class Rehearsing implements vscode.Disposable {
  readonly #services: RehearsalServices;
  readonly #sides = new Sides('komodo-rehearsal');
  readonly #panel: RehearsalPanel;
  #run: RehearsalRun | undefined;

  constructor(services: RehearsalServices) {
    this.#services = services;
    this.#panel = new RehearsalPanel(services.context.extensionUri, (message) => {
      this.#take(message).catch((error: unknown) =>
        vscode.window.showErrorMessage(errorText(error)),
      );
    });
  }

  readonly askArgs = (question: ArgsQuestion) => askArgs(question);

  /** Ends what is being rehearsed. */
  dispose(): void {
    this.#run?.dispose();
    this.#panel.dispose();
    this.#sides.dispose();
  }

  /** Resolves when the script has begun, or somebody would rather not. Rejects with words for a person. */
  async rehearse(argument: RehearsalArgument): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      throw new Error('Actions are rehearsed once this workspace is trusted.');
    }
    const core = await this.#services.connection.connect();
    const chosen = await chooseScript(argument, core, this.#services);
    if (!chosen) return;
    const { name: action, defaults, format, script } = chosen;
    const given = await askArgs({ action, verb: 'Rehearse', defaults, format, script });
    if (!given) return;
    const deno = await findDeno(this.#services.context.globalStorageUri);
    if (deno === undefined) return;
    if (core.profile.kind === 'sandbox') {
      await saveToml();
      await this.#services.sandbox.reload();
    }
    const dist = vscode.Uri.joinPath(this.#services.context.extensionUri, 'dist').fsPath;
    await this.#start(
      new RehearsalRun(chosen, core, timeLimit(), {
        allowHosts: allowedHosts(),
        args: mergeArgs(parseArguments(defaults, format), given),
        deno,
        library: readFileSync(libraryFile(dist, core.version), 'utf8'),
      }),
    );
  }

  async #start(run: RehearsalRun): Promise<void> {
    this.#run?.dispose();
    this.#run = run;
    const title = `Rehearsing ${run.chosen.name}`;
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      () => run.end,
    );
    await this.#panel.show(run);
  }

  async #take(message: Exclude<FromRehearsalPanel, { type: 'ready' }>): Promise<void> {
    const run = this.#run;
    if (!run) return;
    switch (message.type) {
      case 'cancel':
        run.cancel();
        return;
      case 'again': {
        const { name, uri } = run.chosen;
        await this.rehearse(uri ? { name, uri } : { runnable: { name } });
        return;
      }
      case 'openScript':
        await this.#openScript(run);
        return;
      case 'openLog': {
        const content = logDocument(run.lines, () => run.chosen.name);
        const document = await vscode.workspace.openTextDocument({ content, language: 'log' });
        await vscode.window.showTextDocument(document);
        return;
      }
      case 'compare':
        await this.#compare(run, message.key);
    }
  }

  async #openScript({ chosen }: RehearsalRun): Promise<void> {
    if (chosen.uri?.path.endsWith('.ts')) await vscode.window.showTextDocument(chosen.uri);
    else await openToml(this.#services.runnables, 'Action', chosen.name);
  }

  async #compare({ things, core }: RehearsalRun, key: string): Promise<void> {
    const resource = things.find((thing) => thing.key === key)?.resource;
    if (!resource) return;
    const { connection } = this.#services;
    const nameOf = (id: string): string | undefined => connection.nameOfId(id);
    const { before, after, language } = twoTexts(resource, core.version, nameOf);
    const { name } = resource;
    const where = placeName(core.profile);
    await this.#sides.show(
      { path: `${core.profile.name}/${name}.${language}`, text: before },
      { path: `rehearsed/${name}.${language}`, text: after },
      `${name}: what ${where} has ↔ rehearsed, not changed`,
    );
  }
}

/** Seconds. */
const timeLimit = (): number =>
  Math.max(1, vscode.workspace.getConfiguration('komodo').get('rehearsal.timeLimit', 60));
