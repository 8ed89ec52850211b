import * as vscode from 'vscode';
import type { ChosenRunnable } from './chooseRunnable.ts';
import { configOnCore } from './configOnCore.ts';
import type { Connection, Core } from './connection.ts';
import { runText } from './run/runText.ts';
import type { RunnablesInFiles } from './runnablesInFiles.ts';

const scheme = 'komodo-compare';

/** Shows where what a file has and what Core has stored do something else, side by side. */
export class Compare implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #provider: vscode.Disposable;
  readonly #connection: Connection;
  readonly #runnables: RunnablesInFiles;

  constructor(connection: Connection, runnables: RunnablesInFiles) {
    this.#connection = connection;
    this.#runnables = runnables;
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

  /** Rejects with words for a person when one of the two sides lacks it. */
  async show(core: Core, { kind, name, id }: ChosenRunnable): Promise<void> {
    const placed = await this.#runnables.find(kind, name);
    if (!placed) throw new Error(`No TOML file of this workspace defines the ${kind} “${name}”.`);
    const file = vscode.workspace.asRelativePath(placed.uri);
    const inFile = placed.runnable.config;
    if (inFile === undefined)
      throw new Error(`Core would refuse the ${kind} “${name}” of ${file}.`);
    const onCore = await configOnCore(core, kind, id);
    const textOf = (config: unknown): string =>
      runText(kind, config, (found) => this.#connection.nameOfId(found));
    const extension = kind === 'Procedure' ? 'toml' : 'ts';
    await vscode.commands.executeCommand(
      'vscode.diff',
      this.#keep(`${core.profile.name}/${name}.${extension}`, textOf(onCore)),
      this.#keep(`${file}/${name}.${extension}`, textOf(inFile)),
      `${name}: what ${core.profile.name} runs ↔ ${file}`,
    );
  }

  #keep(path: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${path}`, query: String(Date.now()) });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}
