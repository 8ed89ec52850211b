import * as vscode from 'vscode';
import type { FromRehearsalPanel, ToRehearsalPanel } from '../../protocol/rehearsal.ts';
import { showPage } from '../webviewPage.ts';
import type { RehearsalRun } from './rehearsalRun.ts';

const viewId = 'komodo.rehearsal';

/** How long changes are gathered before the panel gets them, in milliseconds. */
const pause = 50;

/** The host of the rehearsal panel: a webview that is made anew each time it is shown, and then gets everything again. */
export class RehearsalPanel implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #listener: (message: Exclude<FromRehearsalPanel, { type: 'ready' }>) => void;
  readonly #provider: vscode.Disposable;
  #view: vscode.WebviewView | undefined;
  #run: RehearsalRun | undefined;
  #changes: vscode.Disposable | undefined;
  /** Whether the script in the webview listens. */
  #ready = false;
  /** How many lines it has. */
  #sent = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param listener hears what somebody does in the panel */
  constructor(
    extension: vscode.Uri,
    listener: (message: Exclude<FromRehearsalPanel, { type: 'ready' }>) => void,
  ) {
    this.#extension = extension;
    this.#listener = listener;
    this.#provider = vscode.window.registerWebviewViewProvider(viewId, this);
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
    if (this.#view) this.#view.show(true);
    else await vscode.commands.executeCommand(`${viewId}.focus`, { preserveFocus: true });
    this.#post();
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    this.#ready = false;
    showPage(view.webview, this.#extension, 'rehearsal', 'Komodo Rehearsal');
    view.webview.onDidReceiveMessage((message: FromRehearsalPanel) => {
      if (message.type !== 'ready') {
        this.#listener(message);
        return;
      }
      this.#ready = true;
      this.#sent = 0;
      this.#post();
    });
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
    this.#changes?.dispose();
    this.#provider.dispose();
  }

  #post(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const run = this.#run;
    if (!this.#ready || !run) return;
    this.#send({ type: 'rehearsal', shown: run.shown });
    const lines = run.lines.slice(this.#sent);
    if (lines.length > 0) this.#send({ type: 'lines', from: this.#sent, lines });
    this.#sent = run.lines.length;
  }

  #send(message: ToRehearsalPanel): void {
    void this.#view?.webview.postMessage(message);
  }
}
