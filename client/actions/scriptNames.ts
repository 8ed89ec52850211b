import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  scriptClosed,
  scriptCompletion,
  scriptDiagnostics,
  scriptFixes,
  scriptHover,
} from '../../protocol/scripts.ts';
import type { Connection } from '../connection.ts';
import { actionScheme } from '../../protocol/actionPlace.ts';
import { isScript } from './isScript.ts';

/** In milliseconds: checked is what has come to rest. */
const PAUSE = 300;

/**
 * In scripts of Actions outside of TOML VS Code's TypeScript answers. Here is added what it cannot know: the names of
 * resources, and what Core makes of a script.
 */
export function provideScriptNames(
  languageClient: Promise<LanguageClient>,
  connection: Connection,
  context: vscode.ExtensionContext,
): void {
  const found = vscode.languages.createDiagnosticCollection('Komodo scripts');
  const waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  const checkSoon = (document: vscode.TextDocument): void => {
    clearTimeout(waiting.get(document));
    const run = (): void => {
      waiting.delete(document);
      checked(document).catch(() => undefined);
    };
    if (isScript(document)) waiting.set(document, setTimeout(run, PAUSE));
    else found.delete(document.uri);
  };
  const checked = async (document: vscode.TextDocument): Promise<void> => {
    const { uri, version } = document;
    const client = await languageClient;
    const question = { ...asked(client, document), isFile: uri.scheme === 'file' };
    const answer = await client.sendRequest(scriptDiagnostics, question);
    if (document.isClosed || document.version !== version) return;
    found.set(uri, await client.protocol2CodeConverter.asDiagnostics([...answer]));
  };
  const closed = async (document: vscode.TextDocument): Promise<void> => {
    const client = await languageClient;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    await client.sendNotification(scriptClosed, { uri });
  };
  const checkAll = (): void => vscode.workspace.textDocuments.forEach(checkSoon);
  context.subscriptions.push(
    found,
    vscode.workspace.onDidOpenTextDocument(checkSoon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => checkSoon(document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      found.delete(document.uri);
      if (isScript(document)) closed(document).catch(() => undefined);
    }),
    connection.onDidChangeInventory(checkAll),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('komodo')) checkAll();
    }),
    vscode.languages.registerCompletionItemProvider(
      scripts,
      {
        async provideCompletionItems(document, { line, character }, token) {
          if (!isScript(document)) return undefined;
          const client = await languageClient;
          const question = { ...asked(client, document), position: { line, character } };
          const items = await client.sendRequest(scriptCompletion, question, token);
          return client.protocol2CodeConverter.asCompletionResult([...items]);
        },
      },
      '"',
      "'",
      '[',
    ),
    vscode.languages.registerHoverProvider(scripts, {
      async provideHover(document, { line, character }, token) {
        if (!isScript(document)) return undefined;
        const client = await languageClient;
        const question = { ...asked(client, document), position: { line, character } };
        return client.protocol2CodeConverter.asHover(
          await client.sendRequest(scriptHover, question, token),
        );
      },
    }),
    vscode.languages.registerCodeActionsProvider(
      scripts,
      {
        async provideCodeActions(document, range, { diagnostics }, token) {
          // What nothing was found in has nothing to be mended.
          const shown = diagnostics.filter(({ source }) => source === 'Komodo');
          // Its hints only say what could be otherwise.
          const others = diagnostics.filter(
            ({ source, severity }) =>
              source === 'ts' && severity < vscode.DiagnosticSeverity.Information,
          );
          if (!isScript(document) || shown.length + others.length === 0) return undefined;
          const client = await languageClient;
          const written = client.code2ProtocolConverter;
          const question = {
            ...asked(client, document),
            isFile: document.uri.scheme === 'file',
            range: written.asRange(range),
            others: others.map((each) => ({
              number: Number(each.code),
              range: written.asRange(each.range),
            })),
          };
          const fixes = await client.sendRequest(scriptFixes, question, token);
          return Promise.all(
            fixes.map(async ({ title, edits, mends }) => {
              const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
              fix.edit = new vscode.WorkspaceEdit();
              const { protocol2CodeConverter: converter } = client;
              fix.edit.set(document.uri, await converter.asTextEdits([...edits]));
              const at = converter.asRange(mends.range);
              fix.diagnostics = [...shown, ...others].filter((each) => each.range.isEqual(at));
              return fix;
            }),
          );
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
  checkAll();
}

/** Where scripts can stand. */
export const scripts = ['file', actionScheme].map((scheme) => ({ language: 'typescript', scheme }));

/** What the language server is asked about. */
export function asked(client: LanguageClient, document: vscode.TextDocument) {
  return { uri: client.code2ProtocolConverter.asUri(document.uri), text: document.getText() };
}
