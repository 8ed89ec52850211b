import * as vscode from 'vscode';
import { showPage } from './webviewPage.ts';

/** Which view a panel is, and what it shows. */
export interface PanelPage {
  /** The id of the view in package.json. */
  readonly viewId: string;
  /** The folder of the page in dist/webviews. */
  readonly name: string;
  readonly title: string;
}

/** A view in the panel area whose page is made anew each time it is shown: it says that it is ready, then it gets all again. */
export class PanelView<ToPage, FromPage extends { readonly type: string }>
  implements vscode.WebviewViewProvider, vscode.Disposable
{
  readonly #extension: vscode.Uri;
  readonly #page: PanelPage;
  readonly #listener: (message: FromPage) => void;
  readonly #provider: vscode.Disposable;
  #view: vscode.WebviewView | undefined;
  #isReady = false;

  /** @param listener hears what the page says, that it is `ready` too */
  constructor(extension: vscode.Uri, page: PanelPage, listener: (message: FromPage) => void) {
    this.#extension = extension;
    this.#page = page;
    this.#listener = listener;
    this.#provider = vscode.window.registerWebviewViewProvider(page.viewId, this);
  }

  /** Whether the page listens. */
  get isReady(): boolean {
    return this.#isReady;
  }

  set badge(badge: vscode.ViewBadge | undefined) {
    if (this.#view) this.#view.badge = badge;
  }

  async show(preserveFocus: boolean): Promise<void> {
    if (this.#view) this.#view.show(preserveFocus);
    else await vscode.commands.executeCommand(`${this.#page.viewId}.focus`, { preserveFocus });
  }

  send(message: ToPage): void {
    void this.#view?.webview.postMessage(message);
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    this.#isReady = false;
    showPage(view.webview, this.#extension, this.#page.name, this.#page.title);
    view.webview.onDidReceiveMessage((message: FromPage) => {
      if (message.type === 'ready') this.#isReady = true;
      this.#listener(message);
    });
    view.onDidChangeVisibility(() => {
      if (!view.visible) this.#isReady = false;
    });
    view.onDidDispose(() => {
      this.#view = undefined;
      this.#isReady = false;
    });
  }

  dispose(): void {
    this.#provider.dispose();
  }
}
