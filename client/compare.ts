import * as vscode from 'vscode';
import type { Core } from './connection.ts';
import { editorRange } from './editorRange.ts';
import type { RunTarget } from './run/runSession.ts';
import type { RunnablesInFiles } from './runnablesInFiles.ts';

const scheme = 'komodo-compare';

/** Shows where the Procedure or Action of a file and that of Core differ, side by side as TOML. */
export class Compare implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #provider: vscode.Disposable;
  readonly #runnables: RunnablesInFiles;

  constructor(runnables: RunnablesInFiles) {
    this.#runnables = runnables;
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? '',
    });
  }

  dispose(): void {
    this.#provider.dispose();
  }

  /** Rejects with words for a person when one of the two sides lacks it. */
  async show({ client, profile }: Core, { kind, name, id }: RunTarget): Promise<void> {
    const placed = kind === 'ResourceSync' ? undefined : await this.#runnables.find(kind, name);
    if (!placed) throw new Error(`No TOML file of this workspace defines the ${kind} “${name}”.`);
    const { toml } = await client.read('ExportResourcesToToml', { targets: [{ type: kind, id }] });
    const file = await vscode.workspace.openTextDocument(placed.uri);
    await vscode.commands.executeCommand(
      'vscode.diff',
      this.#keep(profile.name, name, toml),
      this.#keep('file', name, file.getText(editorRange(placed.runnable.range))),
      `${name}: ${profile.name} ↔ ${vscode.workspace.asRelativePath(placed.uri)}`,
    );
  }

  #keep(side: string, name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({
      scheme,
      path: `/${side}/${name}.toml`,
      query: String(Date.now()),
    });
    this.#texts.set(uri.toString(), `${text.trimEnd()}\n`);
    return uri;
  }
}
