/** The language server behind a connection: which message is answered by which feature. */
import {
  MessageType,
  SemanticTokensBuilder,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { RegexEngine } from '../komodo/patterns/index.ts';
import { planInWords, planProcedure } from '../komodo/plan/index.ts';
import type { Documentation } from '../komodo/schema/documentation.ts';
import {
  comparison,
  planOfRun,
  preview,
  previewEdits,
  previewedAt,
  runnablesInFile,
  syncErrors,
} from '../protocol/lsp.ts';
import {
  coreTerminals,
  coreTypings as coreTypingsRequest,
  coreTypingsChecked,
} from '../protocol/scripts.ts';
import { CoreTypingsInUse } from './actions/coreTypings.ts';
import { ScriptLanguage } from './actions/language.ts';
import { OpenScripts } from './actions/openScripts.ts';
import { CoreTerminals } from './actions/terminals.ts';
import { TypingFiles } from './actions/typingFiles.ts';
import type { ScriptWorker } from './actions/worker.ts';
import type { Typings } from './actions/typings.ts';
import { previewLenses, referenceLenses, withoutCommand } from './features/codeLenses.ts';
import { effectiveInventory, type Context } from './features/context.ts';
import { documentLinks } from './features/documentLinks.ts';
import { documentSymbols, withSymbols } from './features/documentSymbols.ts';
import { foldingRanges } from './features/folding.ts';
import { previewAnswer, subjectAt } from './features/preview.ts';
import { editsFor } from './features/previewEdits.ts';
import { comparisonAt, coreLenses } from './features/onCore.ts';
import { runnables } from './features/runnables.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { legend, tokensWithScripts } from './features/semanticTokens.ts';
import { locateErrors } from './features/syncErrors.ts';
import { workspaceSymbols } from './features/workspaceSymbols.ts';
import { followEditor } from './followEditor.ts';
import { serveActions } from './serveActions.ts';
import { editCapabilities, serveEdits } from './serveEdits.ts';
import { helpCapabilities, serveHelp } from './serveHelp.ts';
import { nameCapabilities, serveNames } from './serveNames.ts';
import type { Format } from './formatter/formatter.ts';
import { Document } from './workspace/document.ts';
import { rememberingEngine } from './workspace/rememberingEngine.ts';
import { Workspace } from './workspace/workspace.ts';

const capabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  documentLinkProvider: {},
  foldingRangeProvider: true,
  ...nameCapabilities,
  ...helpCapabilities,
  selectionRangeProvider: true,
  semanticTokensProvider: { legend, full: { delta: true }, range: true },
  ...editCapabilities,
  codeLensProvider: {},
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Shows in the editor that something takes its time. */
async function showWait(connection: Connection, title: string, end: Promise<void>): Promise<void> {
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(title);
  await end;
  progress.done();
}

/** What the program brings along that serves a connection. */
export interface Equipment {
  readonly engine: RegexEngine;
  /** Read when it is first asked for. */
  readonly documentation: () => Documentation;
  /** The folder with the pages that explain codes of diagnostics. */
  readonly pagesFolder: string;
  readonly format: Format;
  /** Started when the first script is there. */
  readonly typescript: ScriptWorker;
  /** Reads the typings for scripts of Actions. */
  readonly typings: () => Typings;
}

/** Answers what comes over a connection; it is for the caller to let it listen. */
export function serve(
  connection: Connection,
  { engine, documentation, pagesFolder, format, typescript, typings }: Equipment,
): void {
  const remembering = rememberingEngine(engine);
  const workspace = new Workspace(remembering);
  const context: Context = {
    get schema() {
      return workspace.schema;
    },
    get workspace() {
      return workspace.ownInventory;
    },
    index: workspace.index,
    get core() {
      return workspace.inventory;
    },
    get stored() {
      return workspace.stored;
    },
    engine: remembering,
    get documentation() {
      return documentation();
    },
    get now() {
      return new Date();
    },
    localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const coreTypings = new CoreTypingsInUse(workspace, typescript, {
    fetch: (version) => connection.sendRequest(coreTypingsRequest, { version }),
    checked: (version, ready) =>
      void connection.sendNotification(coreTypingsChecked, { version, ready }),
    tell: (message) =>
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message,
      }),
    adopted: () => {
      for (const { uri } of workspace.openDocuments) scripts.onFound(uri);
    },
  });
  const terminals = new CoreTerminals(workspace, (server) =>
    connection.sendRequest(coreTerminals, server === undefined ? {} : { server }),
  );
  const scripts = new OpenScripts(workspace, typescript, coreTypings);
  typescript.onStart = (ready) => {
    // What nobody could wait for is asked for again.
    if (workspace.editor.refreshesTokens)
      void ready.then(() => connection.languages.semanticTokens.refresh());
    if (workspace.editor.showsProgress) void showWait(connection, 'Reading TypeScript…', ready);
  };
  const language = new ScriptLanguage(scripts, new TypingFiles());
  followEditor(connection, workspace, capabilities, pagesFolder, scripts);
  serveNames(connection, workspace, context, language);
  serveEdits(connection, workspace, context, { format, scripts, language });
  serveHelp(connection, workspace, context, { language, scripts, terminals });
  connection.onShutdown(() => scripts.end());

  connection.onDocumentSymbol((params, token) =>
    answer(params, async (document) => {
      const inScripts = await language.symbols(document, token);
      if (document.script) return inScripts.flatMap(({ symbols }) => symbols);
      return withSymbols(documentSymbols(document), inScripts);
    }),
  );
  connection.onWorkspaceSymbol(async ({ query }) => {
    await workspace.filesRead;
    return workspaceSymbols(workspace.index.files, query);
  });
  connection.onDocumentLinks((params) =>
    answerToml(params, (document) => documentLinks(document, workspace.schema)),
  );
  connection.onFoldingRanges((params, token) =>
    answer(params, async (document) => [
      ...(document.script ? [] : foldingRanges(document)),
      ...(await language.folds(document, token)),
    ]),
  );
  connection.onSelectionRanges((params, token) =>
    answer(params, async (document) => {
      if (document.script && !language.answersIn(document)) return null;
      const { positions } = params;
      const inScripts = positions.map((each) => language.selection(document, each, token));
      return selectionRanges(document, positions, await Promise.all(inScripts));
    }),
  );
  /** What was answered of each file, for the next answer tells what is another since. */
  const tokens = new Map<string, SemanticTokensBuilder>();
  connection.languages.semanticTokens.on((params, token) =>
    answer(params, async (document) => {
      const words = await language.tokens(document, token);
      const builder = new SemanticTokensBuilder();
      tokensWithScripts(document, workspace.schema, words, builder);
      for (const uri of tokens.keys()) if (!workspace.document(uri)) tokens.delete(uri);
      tokens.set(document.uri, builder);
      return builder.build();
    }),
  );
  connection.languages.semanticTokens.onDelta((params, token) =>
    answer(params, async (document) => {
      const words = await language.tokens(document, token);
      const builder = tokens.get(document.uri) ?? new SemanticTokensBuilder();
      tokens.set(document.uri, builder);
      builder.previousResult(params.previousResultId);
      tokensWithScripts(document, workspace.schema, words, builder);
      return builder.buildEdits();
    }),
  );
  connection.languages.semanticTokens.onRange((params, token) =>
    answer(params, async (document) => {
      const words = await language.tokens(document, token);
      const builder = new SemanticTokensBuilder();
      tokensWithScripts(document, workspace.schema, words, builder, params.range);
      return builder.build();
    }),
  );
  connection.onCodeLens((params) =>
    answerToml(params, (document) => {
      const settings = workspace.settingsFor(document.uri);
      const lenses = [
        ...(settings.referenceLenses ? referenceLenses(document, context) : []),
        ...(settings.previewLenses ? previewLenses(document, context) : []),
        ...(workspace.stored ? coreLenses(document, workspace.schema, workspace.stored) : []),
      ];
      return workspace.editor.hasOurCommands ? lenses : lenses.map(withoutCommand);
    }),
  );
  connection.onRequest(comparison, ({ uri, position }) =>
    answerToml({ textDocument: { uri } }, (document) =>
      workspace.stored
        ? comparisonAt(document, position, workspace.schema, workspace.stored)
        : null,
    ),
  );
  connection.onRequest(syncErrors, async (errors) => {
    await workspace.filesRead;
    return locateErrors(errors, workspace);
  });
  connection.onRequest(runnablesInFile, ({ uri, text }) => {
    const document = workspace.ours(uri, text);
    return document && !document.script ? runnables(document, workspace.schema) : [];
  });
  serveActions(connection, workspace, { typings, coreTypings, scripts, terminals }, context);
  connection.onRequest(planOfRun, ({ procedure, procedures }) =>
    planInWords(
      planProcedure(procedure, {
        resources: effectiveInventory(context).resources,
        procedures,
        engine: context.engine,
      }),
      { mostNames: 8 },
    ),
  );
  connection.onRequest(preview, (question) => previewAnswer(question, context));
  connection.onRequest(previewedAt, ({ uri, position }) =>
    answerToml({ textDocument: { uri } }, (document) =>
      subjectAt(document, position, workspace.schema),
    ),
  );
  connection.onRequest(previewEdits, ({ uri, selection, subject }) =>
    answerToml({ textDocument: { uri } }, (document) =>
      editsFor(document, selection, subject, workspace.schema),
    ),
  );

  /** The answer on a resource file of Komodo's; for any other there is none. */
  function answerToml<Answer>(
    params: { readonly textDocument: { readonly uri: string } },
    feature: (document: Document) => Answer,
  ): Answer | null {
    return answer(params, (document) => (document.script ? null : feature(document)));
  }

  /** The answer on a file of Komodo's, with resources or with a script; for any other there is none. */
  function answer<Answer>(
    params: { readonly textDocument: { readonly uri: string } },
    feature: (document: Document) => Answer,
  ): Answer | null {
    const document = workspace.ours(params.textDocument.uri);
    return document ? feature(document) : null;
  }
}
