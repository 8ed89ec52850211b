/** The language server behind a connection: which message is answered by which feature. */
import {
  CodeActionKind,
  TextDocumentSyncKind,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { runnablesInFile } from '../protocol/lsp.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { foldingRanges } from './features/folding.ts';
import { quickFixes } from './features/quickFixes.ts';
import { runnables } from './features/runnables.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { followEditor } from './followEditor.ts';
import { Document } from './workspace/document.ts';
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
  followEditor(connection, workspace, capabilities);

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
    return document && workspace.isOurs(document) ? runnables(document, workspace.schema) : [];
  });

  /** The answer on a file of Komodo's; for any other there is none. */
  function answer<Answer>(
    params: { readonly textDocument: { readonly uri: string } },
    feature: (document: Document) => Answer,
  ): Answer | null {
    const document = workspace.document(params.textDocument.uri);
    return document && workspace.isOurs(document) ? feature(document) : null;
  }
}
