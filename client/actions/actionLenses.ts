import * as vscode from 'vscode';
import { editorRange } from '../editorRange.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';

/** Above each Action of a file: "Open as TypeScript". */
export function provideActionLenses(
  runnables: RunnablesInFiles,
  context: vscode.ExtensionContext,
): void {
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('komodo.codeLens')) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider([{ language: 'toml' }], {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses({ uri }) {
        const settings = vscode.workspace.getConfiguration('komodo', uri);
        if (!settings.get<boolean>('codeLens.script', true)) return [];
        const actions = (await runnables.of(uri)).filter(({ kind }) => kind === 'Action');
        return actions.map(
          ({ name, header }) =>
            new vscode.CodeLens(editorRange(header), {
              title: '$(file-code) Open as TypeScript',
              tooltip: `Edit the script of ${name} in a tab of its own`,
              command: 'komodo.openAction',
              arguments: [{ name, uri }],
            }),
        );
      },
    }),
  );
}
