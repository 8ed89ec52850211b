import * as vscode from 'vscode';
import type { RunnablesInFiles } from './runnablesInFiles.ts';
import { editorRange } from './editorRange.ts';
import type { Connection } from './connection.ts';

/** Above each Procedure and Action of a file: "Run", and where it would run. */
export function provideCodeLenses(
  runnables: RunnablesInFiles,
  connection: Connection,
  context: vscode.ExtensionContext,
): void {
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    connection.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('komodo.codeLens')) changed.fire();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.languages.registerCodeLensProvider([{ language: 'toml' }], {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses({ uri }) {
        const isWanted = vscode.workspace
          .getConfiguration('komodo', uri)
          .get<boolean>('codeLens.run', true);
        if (!isWanted || !vscode.workspace.isTrusted) return [];
        const found = await runnables.of(uri);
        return found.map(
          ({ kind, name, header }) =>
            new vscode.CodeLens(editorRange(header), {
              title: `$(play) Run on ${connection.profile.kind === 'sandbox' ? 'sandbox' : connection.profile.name}`,
              tooltip: `Run the ${kind} ${name}`,
              command: `komodo.run${kind}`,
              arguments: [name],
            }),
        );
      },
    }),
  );
}
