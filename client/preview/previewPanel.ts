import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { preview, previewEdits, previewedAt } from '../../protocol/lsp.ts';
import type { FromPreviewPanel, PreviewSubject, ToPreviewPanel } from '../../protocol/preview.ts';
import type { Connection } from '../connection.ts';
import { editorRange } from '../editorRange.ts';
import { errorText } from '../errorText.ts';
import { showPage } from '../webviewPage.ts';

const viewType = 'komodo.preview';

/** How long changes are gathered before the panel hears of them, in milliseconds. */
const pause = 200;

/**
 * The host of the preview panel: passes its questions on to the language server, and writes into the editor in which
 * somebody wrote TOML last.
 */
export class PreviewPanel implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #client: Promise<LanguageClient>;
  readonly #subscriptions: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #lastEditor = tomlEditor(vscode.window.activeTextEditor);
  /** What the panel is to show once its script listens. */
  #opening: ToPreviewPanel | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(extension: vscode.Uri, client: Promise<LanguageClient>, connection: Connection) {
    this.#extension = extension;
    this.#client = client;
    const changed = (): void => this.#changedSoon();
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#lastEditor = tomlEditor(editor) ?? this.#lastEditor;
        changed();
      }),
      vscode.window.onDidChangeTextEditorSelection(changed),
      vscode.workspace.onDidChangeTextDocument(changed),
      connection.onDidChangeInventory(changed),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel) => {
          this.#adopt(panel);
          return Promise.resolve();
        },
      }),
    );
  }

  /** The editor that somebody wrote TOML in last; one in view before anybody has. */
  get #editor(): vscode.TextEditor | undefined {
    return this.#lastEditor ?? vscode.window.visibleTextEditors.find((each) => tomlEditor(each));
  }

  /** Opens the panel beside the editor, with the pattern or schedule at the cursor if it is of this sort. */
  async show(about: PreviewSubject['about']): Promise<void> {
    const subject = await this.#subject();
    const message: ToPreviewPanel = {
      type: 'show',
      about,
      ...(subject?.about === about && { subject }),
    };
    if (this.#panel) {
      this.#panel.reveal();
      this.#send(message);
      return;
    }
    this.#opening = message;
    this.#adopt(
      vscode.window.createWebviewPanel(viewType, 'Komodo Preview', vscode.ViewColumn.Beside),
    );
  }

  /** Fills a panel that was just made, or that VS Code brings back after it was started anew. */
  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    panel.webview.onDidReceiveMessage((said: FromPreviewPanel) => {
      this.#take(said).catch((error: unknown) => vscode.window.showErrorMessage(errorText(error)));
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    showPage(panel.webview, this.#extension, 'preview', panel.title);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    this.#panel?.dispose();
  }

  async #take(message: FromPreviewPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        if (this.#opening) this.#send(this.#opening);
        this.#opening = undefined;
        await this.#tellTarget();
        return;
      case 'ask': {
        const { id, question } = message;
        try {
          const answer = await (await this.#client).sendRequest(preview, question);
          this.#send({ type: 'answer', id, answer });
        } catch (error) {
          this.#send({ type: 'failed', id, why: errorText(error) });
        }
        return;
      }
      case 'insert':
        await this.#insert(message.subject);
    }
  }

  async #insert(subject: PreviewSubject): Promise<void> {
    const editor = this.#editor;
    const uri = editor?.document.uri;
    const edits =
      editor &&
      (await (
        await this.#client
      ).sendRequest(previewEdits, {
        uri: editor.document.uri.toString(),
        selection: editor.selection,
        subject,
      }));
    if (!uri || !edits) throw new Error('Put the cursor into a resource file of Komodo’s first.');
    const edit = new vscode.WorkspaceEdit();
    for (const { range, newText } of edits) edit.replace(uri, editorRange(range), newText);
    await vscode.workspace.applyEdit(edit);
  }

  async #subject(): Promise<PreviewSubject | null | undefined> {
    const editor = this.#editor;
    return (
      editor &&
      (await (
        await this.#client
      ).sendRequest(previewedAt, {
        uri: editor.document.uri.toString(),
        position: editor.selection.active,
      }))
    );
  }

  #changedSoon(): void {
    if (!this.#panel?.visible) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#send({ type: 'changed' });
      void this.#tellTarget();
    }, pause);
  }

  async #tellTarget(): Promise<void> {
    const editor = this.#editor;
    const subject = await this.#subject();
    const target = editor && {
      file: vscode.workspace.asRelativePath(editor.document.uri),
      line: editor.selection.active.line + 1,
      ...(subject && { replaces: subject.about }),
    };
    this.#send({ type: 'target', target: target ?? null });
  }

  #send(message: ToPreviewPanel): void {
    void this.#panel?.webview.postMessage(message);
  }
}

function tomlEditor(editor: vscode.TextEditor | undefined): vscode.TextEditor | undefined {
  return editor?.document.languageId === 'toml' ? editor : undefined;
}
