import * as vscode from 'vscode';
import type { FromRehearsalPanel, ToRehearsalPanel } from '../../protocol/rehearsal.ts';
import { PanelView } from '../panelView.ts';
import type { RehearsalRun } from './rehearsalRun.ts';

const page = { viewId: 'komodo.rehearsal', name: 'rehearsal', title: 'Komodo Rehearsal' };

/** How long changes are gathered before the panel gets them, in milliseconds. */
const pause = 50;

/** The host of the rehearsal panel. */
export class RehearsalPanel implements vscode.Disposable {
  readonly #view: PanelView<ToRehearsalPanel, FromRehearsalPanel>;
  #run: RehearsalRun | undefined;
  #changes: vscode.Disposable | undefined;
  /** How many lines the panel has. */
  #sent = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param listener hears what somebody does in the panel */
  constructor(
    extension: vscode.Uri,
    listener: (message: Exclude<FromRehearsalPanel, { type: 'ready' }>) => void,
  ) {
    this.#view = new PanelView(extension, page, (message: FromRehearsalPanel) => {
      if (message.type !== 'ready') {
        listener(message);
        return;
      }
      this.#sent = 0;
      this.#post();
    });
  }

  /** Shows a rehearsal, and leaves the focus where it is. */
  async show(run: RehearsalRun): Promise<void> {
    this.#changes?.dispose();
    this.#run = run;
    this.#sent = 0;
    this.#changes = run.onDidChange(() => {
      this.#timer ??= setTimeout(() => this.#post(), pause);
    });
    // The view is there once something was rehearsed.
    await vscode.commands.executeCommand('setContext', 'komodo.hasRehearsed', true);
    await this.#view.show(true);
    this.#post();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changes?.dispose();
    this.#view.dispose();
  }

  #post(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const run = this.#run;
    if (!this.#view.isReady || !run) return;
    this.#view.send({ type: 'rehearsal', shown: run.shown });
    const lines = run.lines.slice(this.#sent);
    if (lines.length > 0) this.#view.send({ type: 'lines', from: this.#sent, lines });
    this.#sent = run.lines.length;
  }
}
