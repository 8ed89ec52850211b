/** The language server behind a connection: which message is answered by which feature. */
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  TextDocumentSyncKind,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { inventoryChanged, runnablesInFile } from '../protocol/lsp.ts';
import { Checks } from './checks.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { foldingRanges } from './features/folding.ts';
import { runnables } from './features/runnables.ts';
import { quickFixes } from './features/quickFixes.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { Document } from './workspace/document.ts';
import { readSettings } from './workspace/settings.ts';
import { Workspace } from './workspace/workspace.ts';

const capabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Answers what comes over a connection; it is for the caller to let it listen. */
export function serve(connection: Connection): void {
  const workspace = new Workspace();
  const checks = new Checks(connection, workspace);
  followTheEditor(connection, workspace, checks);

  connection.onDocumentSymbol((params) => answer(params, documentSymbols));
  connection.onFoldingRanges((params) => answer(params, foldingRanges));
  connection.onSelectionRanges((params) =>
    answer(params, (document) => selectionRanges(document, params.positions)),
  );
  connection.onCodeAction((params) =>
    answer(params, (document) =>
      quickFixes(document, params.range, workspace.schema, params.context.diagnostics),
    ),
  );
  connection.onRequest(runnablesInFile, ({ uri, text }) => {
    const document =
      workspace.document(uri) ?? (text === undefined ? null : Document.of(uri, null, text));
    const isOurs = document && !document.isTooLarge && workspace.isKomodo(document);
    return isOurs ? runnables(document, workspace.schema) : [];
  });

  /** The answer on a file of Komodo's; for any other there is none. */
  function answer<Answer>(
    params: { readonly textDocument: { readonly uri: string } },
    feature: (document: Document) => Answer,
  ): Answer | null {
    const document = workspace.document(params.textDocument.uri);
    const isOurs = document && !document.isTooLarge && workspace.isKomodo(document);
    return isOurs ? feature(document) : null;
  }
}

/** Keeps the workspace as the editor has it. */
function followTheEditor(connection: Connection, workspace: Workspace, checks: Checks): void {
  let canBeAsked = false;
  let canRegister = false;

  connection.onInitialize(({ capabilities: client, workspaceFolders, initializationOptions }) => {
    canBeAsked = client.workspace?.configuration === true;
    canRegister = client.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    workspace.folders = workspaceFolders ?? [];
    workspace.settings = new Map([['', readSettings(initializationOptions)]]);
    return { capabilities, serverInfo: { name: 'Komodo Procedures' } };
  });
  connection.onInitialized(async () => {
    if (canRegister) {
      await connection.client.register(DidChangeConfigurationNotification.type, {
        section: 'komodo',
      });
    }
    await readAllSettings();
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (canBeAsked) return readAllSettings();
    workspace.settings = new Map([['', readSettings((settings as { komodo?: unknown }).komodo)]]);
    rulesChanged();
  });

  async function readAllSettings(): Promise<void> {
    if (!canBeAsked) return;
    const scopes = ['', ...workspace.folders.map(({ uri }) => uri)];
    const sections: unknown[] = await connection.workspace.getConfiguration(
      scopes.map((scopeUri) => ({ section: 'komodo', ...(scopeUri && { scopeUri }) })),
    );
    workspace.settings = new Map(
      scopes.map((scope, index) => [scope, readSettings(sections[index])]),
    );
    rulesChanged();
  }

  function rulesChanged(): void {
    workspace.readAnew();
    checks.requestAll();
  }

  connection.onNotification(inventoryChanged, (inventory) => {
    workspace.inventory = inventory;
    rulesChanged();
  });
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    workspace.open(uri, version, text);
    checks.request(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    workspace.change(uri, version, contentChanges);
    checks.request(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    workspace.close(uri);
    checks.forget(uri);
  });
}
