import * as vscode from 'vscode';

/** One side of a comparison; the ending of the path says its language. */
export interface Side {
  readonly path: string;
  readonly text: string;
}

/** Shows two texts that stand in no file in VS Code's diff. */
export class Sides implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #scheme: string;
  readonly #provider: vscode.Disposable;

  /** @param scheme of the texts' addresses; nobody else's */
  constructor(scheme: string) {
    this.#scheme = scheme;
    this.#provider = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? '',
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    );
  }

  dispose(): void {
    this.#provider.dispose();
  }

  async show(left: Side, right: Side, title: string): Promise<void> {
    await vscode.commands.executeCommand('vscode.diff', this.#keep(left), this.#keep(right), title);
  }

  #keep({ path, text }: Side): vscode.Uri {
    const uri = vscode.Uri.from({
      scheme: this.#scheme,
      path: `/${path}`,
      query: String(Date.now()),
    });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}
