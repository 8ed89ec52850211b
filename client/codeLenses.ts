import * as vscode from 'vscode';
import type { RunnablesInFiles } from './runnablesInFiles.ts';
import { editorRange } from './editorRange.ts';
import type { Connection } from './connection.ts';

/** Above each Procedure and Action of a file: "Run", and where it would run; above an Action "Rehearse", too. */
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
        const { kind: place, name: profile } = connection.profile;
        const on = place === 'sandbox' ? 'sandbox' : profile;
        return found.flatMap(({ kind, name, header }) => {
          const range = editorRange(header);
          const run = new vscode.CodeLens(range, {
            title: `$(play) Run on ${on}`,
            tooltip: `Run the ${kind} ${name}`,
            command: `komodo.run${kind}`,
            arguments: [name],
          });
          const rehearse = new vscode.CodeLens(range, {
            title: '$(beaker) Rehearse',
            tooltip: `Run the script of ${name} here: it reads from ${on} and changes nothing`,
            command: 'komodo.rehearseAction',
            arguments: [{ name, uri }],
          });
          const debug = new vscode.CodeLens(range, {
            title: '$(debug-alt) Debug',
            tooltip: `Run the script of ${name} here under a debugger: it reads from ${on} and changes nothing`,
            command: 'komodo.debugAction',
            arguments: [{ name, uri }],
          });
          return kind === 'Action' ? [run, rehearse, debug] : [run];
        });
      },
    }),
  );
}
