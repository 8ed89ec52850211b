import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { comparison } from '../protocol/lsp.ts';
import type { ChosenRunnable } from './chooseRunnable.ts';
import type { Connection } from './connection.ts';
import type { RunnablesInFiles } from './runnablesInFiles.ts';
import { Sides } from './sides.ts';

/** Where a block stands, as LSP says it. */
export interface BlockPlace {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** Shows a block of a file beside what the connected Core has of it, both in Core's style. */
export class Compare implements vscode.Disposable {
  readonly #sides = new Sides('komodo-compare');
  readonly #connection: Connection;
  readonly #runnables: RunnablesInFiles;
  readonly #client: Promise<LanguageClient>;

  constructor(
    connection: Connection,
    runnables: RunnablesInFiles,
    client: Promise<LanguageClient>,
  ) {
    this.#connection = connection;
    this.#runnables = runnables;
    this.#client = client;
  }

  dispose(): void {
    this.#sides.dispose();
  }

  /** A Procedure or Action wherever it stands. Rejects with words for a person when one of the two sides lacks it. */
  async show({ kind, name }: ChosenRunnable): Promise<void> {
    const placed = await this.#runnables.find(kind, name);
    if (!placed) throw new Error(`No TOML file of this workspace defines the ${kind} “${name}”.`);
    // Of a file that is not open the language server knows only the names.
    await vscode.workspace.openTextDocument(placed.uri);
    const position = placed.runnable.header.start;
    await this.showBlock({ uri: await this.#uriOf(placed.uri), position });
  }

  /**
   * Rejects with words for a person where there is nothing to show.
   * @param at left out for the cursor of the editor
   */
  async showBlock(at?: BlockPlace): Promise<void> {
    const place = at ?? (await this.#atCursor());
    if (!place) throw new Error('Put the cursor into a resource of a TOML file first.');
    const client = await this.#client;
    const core = this.#connection.profile.name;
    const found = await client.sendRequest(comparison, place);
    if (!found) {
      throw new Error(`Nothing to compare: ${core} has no such resource, or would refuse it.`);
    }
    const file = vscode.workspace.asRelativePath(client.protocol2CodeConverter.asUri(place.uri));
    await this.#sides.show(
      { path: `${core}/${found.name}.toml`, text: found.core },
      { path: `${file}/${found.name}.toml`, text: found.file },
      `${found.name}: what ${core} has ↔ ${file}`,
    );
  }

  async #uriOf(uri: vscode.Uri): Promise<string> {
    return (await this.#client).code2ProtocolConverter.asUri(uri);
  }

  async #atCursor(): Promise<BlockPlace | undefined> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return undefined;
    const { line, character } = editor.selection.active;
    return { uri: await this.#uriOf(editor.document.uri), position: { line, character } };
  }
}
