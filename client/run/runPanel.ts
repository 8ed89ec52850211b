import * as vscode from 'vscode';
import type { FromRunPanel, ToRunPanel } from '../../protocol/runPanel.ts';
import { showPage } from '../webviewPage.ts';
import type { RunSession } from './runSession.ts';
import type { Runs } from './runs.ts';

const viewId = 'komodo.run';

/** How long changes are gathered before the panel gets them, in milliseconds. */
const pause = 50;

/** What somebody does in the panel, as far as the panel does not do it by itself. */
export interface RunPanelListener {
  runProcedure(): void;
  cancel(session: RunSession, update: string): void;
  runAgain(session: RunSession): void;
  openToml(session: RunSession, place: Extract<FromRunPanel, { type: 'openToml' }>['place']): void;
  openLog(session: RunSession, updates: readonly string[] | undefined): void;
  saveLog(session: RunSession, updates: readonly string[] | undefined): void;
}

/** The host of the run panel: a webview that is made anew each time it is shown, and then gets everything again. */
export class RunPanel implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #runs: Runs;
  readonly #listener: RunPanelListener;
  readonly #subscriptions: vscode.Disposable;
  #view: vscode.WebviewView | undefined;
  #shown: RunSession | undefined;
  /** Whether the script in the webview listens. */
  #ready = false;
  /** How many lines of the shown run it has. */
  #sent = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(extension: vscode.Uri, runs: Runs, listener: RunPanelListener) {
    this.#extension = extension;
    this.#runs = runs;
    this.#listener = listener;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewViewProvider(viewId, this),
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
    if (this.#view) this.#view.show(preserveFocus);
    else await vscode.commands.executeCommand(`${viewId}.focus`, { preserveFocus });
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    this.#ready = false;
    showPage(view.webview, this.#extension, 'run', 'Komodo Run');
    view.webview.onDidReceiveMessage((message: FromRunPanel) => this.#take(message));
    view.onDidChangeVisibility(() => {
      if (!view.visible) this.#ready = false;
    });
    view.onDidDispose(() => {
      this.#view = undefined;
      this.#ready = false;
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #take(message: FromRunPanel): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
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
    if (!this.#ready || !session || !shown) return;
    const badge = session.over ? undefined : { value: 1, tooltip: `${shown.title} is running` };
    if (this.#view) this.#view.badge = badge;
    this.#send({ type: 'run', shown });
    const lines = session.lines.slice(this.#sent);
    if (lines.length > 0 || this.#sent === 0) {
      this.#send({ type: 'lines', id: session.id, from: this.#sent, lines });
    }
    this.#sent = session.lines.length;
  }

  #postChoices(): void {
    if (!this.#ready) return;
    this.#send({ type: 'choices', choices: this.#runs.all.map(({ choice }) => choice) });
  }

  #send(message: ToRunPanel): void {
    void this.#view?.webview.postMessage(message);
  }
}
