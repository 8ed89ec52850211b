import * as vscode from 'vscode';
import type { FromRunPanel, ToRunPanel } from '../../protocol/runPanel.ts';
import { PanelView } from '../panelView.ts';
import type { RunSession } from './runSession.ts';
import type { Runs } from './runs.ts';

const page = { viewId: 'komodo.run', name: 'run', title: 'Komodo Run' };

/** How long changes are gathered before the panel gets them, in milliseconds. */
const pause = 50;

/** What somebody does in the panel, as far as the panel does not do it by itself. */
export interface RunPanelListener {
  runProcedure(): void;
  cancel(session: RunSession, update: string): void;
  runAgain(session: RunSession): void;
  openToml(session: RunSession, place: Extract<FromRunPanel, { type: 'openToml' }>['place']): void;
  openScript(session: RunSession, place: Extract<FromRunPanel, { type: 'openScript' }>): void;
  openLog(session: RunSession, updates: readonly string[] | undefined): void;
  saveLog(session: RunSession, updates: readonly string[] | undefined): void;
}

/** The host of the run panel. */
export class RunPanel implements vscode.Disposable {
  readonly #view: PanelView<ToRunPanel, FromRunPanel>;
  readonly #runs: Runs;
  readonly #listener: RunPanelListener;
  readonly #subscriptions: vscode.Disposable;
  #shown: RunSession | undefined;
  /** How many lines of the shown run it has. */
  #sent = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(extension: vscode.Uri, runs: Runs, listener: RunPanelListener) {
    this.#runs = runs;
    this.#listener = listener;
    this.#view = new PanelView(extension, page, (message: FromRunPanel) => this.#take(message));
    this.#subscriptions = vscode.Disposable.from(
      this.#view,
      runs.onDidAdd(() => this.#postChoices()),
      runs.onDidChange((session) => {
        if (session === this.#shown) this.#postSoon();
      }),
    );
  }

  /** The run that the panel shows, or would show. */
  get shown(): RunSession | undefined {
    return this.#shown;
  }

  /** Shows a run and leaves the focus where it is, unless told otherwise. */
  async show(session: RunSession | undefined, preserveFocus = true): Promise<void> {
    if (session) this.#choose(session);
    await this.#view.show(preserveFocus);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #take(message: FromRunPanel): void {
    switch (message.type) {
      case 'ready':
        this.#choose(this.#shown ?? this.#runs.all[0]);
        return;
      case 'runProcedure':
        this.#listener.runProcedure();
        return;
      default: {
        const session = this.#runs.find(message.id);
        if (session) this.#do(session, message);
      }
    }
  }

  #do(session: RunSession, message: Extract<FromRunPanel, { id: string }>): void {
    const listener = this.#listener;
    switch (message.type) {
      case 'choose':
        this.#choose(session);
        break;
      case 'cancel':
        listener.cancel(session, message.run);
        break;
      case 'runAgain':
        listener.runAgain(session);
        break;
      case 'openToml':
        listener.openToml(session, message.place);
        break;
      case 'openScript':
        listener.openScript(session, message);
        break;
      case 'openLog':
        listener.openLog(session, message.runs);
        break;
      case 'saveLog':
        listener.saveLog(session, message.runs);
        break;
    }
  }

  #choose(session: RunSession | undefined): void {
    this.#shown = session;
    this.#sent = 0;
    this.#postChoices();
    this.#post();
  }

  #postSoon(): void {
    this.#timer ??= setTimeout(() => this.#post(), pause);
  }

  #post(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const session = this.#shown;
    const shown = session?.shown;
    if (!this.#view.isReady || !session || !shown) return;
    const badge = session.over ? undefined : { value: 1, tooltip: `${shown.title} is running` };
    this.#view.badge = badge;
    this.#view.send({ type: 'run', shown });
    const lines = session.lines.slice(this.#sent);
    if (lines.length > 0 || this.#sent === 0) {
      this.#view.send({ type: 'lines', id: session.id, from: this.#sent, lines });
    }
    this.#sent = session.lines.length;
  }

  #postChoices(): void {
    if (!this.#view.isReady) return;
    this.#view.send({ type: 'choices', choices: this.#runs.all.map(({ choice }) => choice) });
  }
}
