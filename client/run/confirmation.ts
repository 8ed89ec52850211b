import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ChosenRunnable } from '../chooseRunnable.ts';
import { configOnCore } from '../configOnCore.ts';
import type { Connection, Core } from '../connection.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';
import { planOnCore } from './planOnCore.ts';
import { runText } from './runText.ts';

/** What is asked before something runs on a real Core. */
export class Confirmation {
  readonly #connection: Connection;
  readonly #runnables: RunnablesInFiles;
  readonly #languageClient: Promise<LanguageClient>;

  constructor(
    connection: Connection,
    runnables: RunnablesInFiles,
    languageClient: Promise<LanguageClient>,
  ) {
    this.#connection = connection;
    this.#runnables = runnables;
    this.#languageClient = languageClient;
  }

  /**
   * Asks whether to run something: shows what Core would do, as it has it stored, and says when a file of the workspace
   * has it otherwise. True when it is to run.
   */
  async ask(core: Core, target: ChosenRunnable): Promise<boolean> {
    const [plan, otherwise] = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: `Reading what ${target.name} does…` },
      () => Promise.all([this.#plan(core, target), this.#otherwiseIn(core, target)]),
    );
    const warning =
      otherwise === undefined
        ? ''
        : `\n\n⚠ ${otherwise} has it otherwise. Core runs what it has stored; the file gets there by a sync.`;
    const answer = await vscode.window.showWarningMessage(
      `Run ${target.name} on ${core.profile.name}?`,
      { modal: true, detail: `${core.label}\n\n${plan}${warning}` },
      'Run',
      ...(otherwise === undefined ? [] : ['Compare', 'Run Sync…']),
    );
    if (answer === 'Compare') {
      await vscode.commands.executeCommand('komodo.compareWithCore', { runnable: target });
    } else if (answer === 'Run Sync…') {
      await vscode.commands.executeCommand('komodo.runSync');
    }
    return answer === 'Run';
  }

  async #plan(core: Core, { kind, id, args = {} }: ChosenRunnable): Promise<string> {
    if (kind === 'Action') {
      const given =
        Object.keys(args).length > 0 ? `\n\nARGS for this time: ${JSON.stringify(args)}` : '';
      return `It runs its script.${given}`;
    }
    return planOnCore(core, id, await this.#languageClient);
  }

  /** The file of the workspace that has it otherwise than Core, where there is one. */
  async #otherwiseIn(core: Core, { kind, name, id }: ChosenRunnable): Promise<string | undefined> {
    const placed = await this.#runnables.find(kind, name);
    const inFile = placed?.runnable.config;
    if (!placed || inFile === undefined) return undefined;
    const textOf = (config: unknown): string =>
      runText(kind, config, (found) => this.#connection.nameOfId(found));
    const onCore = await configOnCore(core, kind, id);
    return textOf(inFile) === textOf(onCore)
      ? undefined
      : vscode.workspace.asRelativePath(placed.uri);
  }
}
