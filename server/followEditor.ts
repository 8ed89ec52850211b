/** Keeps the workspace as the editor has it: open files, settings, files on disk, what the connected Core has. */
import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  BulkRegistration,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type ClientCapabilities,
  type Connection,
  type Disposable,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { inventoryChanged, storedChanged } from '../protocol/lsp.ts';
import { scriptClosed } from '../protocol/scripts.ts';
import type { OpenScripts } from './actions/openScripts.ts';
import { Checks } from './checks.ts';
import { collectGarbage } from './workspace/collectGarbage.ts';
import { DiskFiles } from './workspace/diskFiles.ts';
import { defaultSettings, readSettings } from './workspace/settings.ts';
import { StoredIndex } from './workspace/storedIndex.ts';
import { pageOfCode } from './workspace/codePages.ts';
import type { Workspace } from './workspace/workspace.ts';

/** In milliseconds. */
const A_MINUTE = 60_000;

/**
 * @param capabilities what the server says it can do
 * @param pagesFolder with the pages that explain codes of diagnostics
 */
export function followEditor(
  connection: Connection,
  workspace: Workspace,
  capabilities: ServerCapabilities,
  pagesFolder: string,
  scripts: OpenScripts,
): void {
  const checks = new Checks(connection, workspace, scripts);
  const disk = new DiskFiles(workspace, namesChanged, (message) =>
    connection.console.warn(message),
  );
  /** What the editor gave as it started, for one that has nothing to say when it is asked. */
  let initial = defaultSettings;
  let client: NonNullable<ClientCapabilities['workspace']> = {};
  let filesAreRead: () => void = () => undefined;
  workspace.filesRead = new Promise((resolve) => (filesAreRead = resolve));
  /** The settings that say which files are scripts, when the files were read. */
  let scriptsRead: string | undefined;
  let registersFormatting = false;
  let formatting: Promise<Disposable> | undefined;

  connection.onInitialize((params) => {
    client = params.capabilities.workspace ?? {};
    workspace.folders = params.workspaceFolders ?? [];
    const options = params.initializationOptions as
      | {
          suggestsAgain?: unknown;
          explainsCodes?: unknown;
          hasOurCommands?: unknown;
          hasTypings?: unknown;
          hasTerminals?: unknown;
          hasTypeScript?: unknown;
        }
      | null
      | undefined;
    const { completion, codeAction } = params.capabilities.textDocument ?? {};
    workspace.editor = {
      snippets: completion?.completionItem?.snippetSupport === true,
      suggestsAgain: options?.suggestsAgain === true,
      hasOurCommands: options?.hasOurCommands === true,
      hasTypings: options?.hasTypings === true,
      hasTerminals: options?.hasTerminals === true,
      hasTypeScript: options?.hasTypeScript === true,
      refreshesTokens: client.semanticTokens?.refreshSupport === true,
      showsProgress: params.capabilities.window?.workDoneProgress === true,
      resolvesActions: codeAction?.resolveSupport?.properties.includes('edit') === true,
      documentChanges: client.workspaceEdit?.documentChanges === true,
      changeNotes: client.workspaceEdit?.changeAnnotationSupport !== undefined,
      pageOf: pageOfCode(pagesFolder, options?.explainsCodes === true),
    };
    initial = readSettings(options);
    workspace.settings = new Map([['', initial]]);
    registersFormatting =
      params.capabilities.textDocument?.formatting?.dynamicRegistration === true;
    return {
      capabilities: { ...capabilities, documentFormattingProvider: !registersFormatting },
      serverInfo: { name: 'Komodo Procedures' },
    };
  });
  connection.onInitialized(async () => {
    try {
      await register();
      await readAllSettings();
      if (client.workspaceFolders) followFolders();
      await readFolders();
    } finally {
      filesAreRead();
    }
    // Who waits for the files is answered first.
    setImmediate(collectGarbage);
  });

  async function register(): Promise<void> {
    const { didChangeConfiguration, didChangeWatchedFiles } = client;
    if (didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, {
        section: 'komodo',
      });
    }
    if (didChangeWatchedFiles?.dynamicRegistration) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.toml' }, { globPattern: '**/*.ts' }],
      });
    }
  }

  async function readFolders(): Promise<void> {
    scriptsRead = workspace.scriptSettings;
    await Promise.all(workspace.folders.map(({ uri }) => disk.readFolder(uri)));
  }

  function followFolders(): void {
    connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      workspace.folders = [...workspace.folders.filter(({ uri }) => !gone.has(uri)), ...added];
      workspace.forgetFilesOutside();
      await readAllSettings();
      await Promise.all(added.map(({ uri }) => disk.readFolder(uri)));
    });
  }

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (client.configuration) return readAllSettings();
    const section = (settings as { komodo?: unknown } | null)?.komodo;
    workspace.settings = new Map([['', readSettings(section)]]);
    rulesChanged();
  });

  /** Asks for the settings of each folder, where the editor can be asked. */
  async function readAllSettings(): Promise<void> {
    if (!client.configuration) return;
    const scopes = ['', ...workspace.folders.map(({ uri }) => uri)];
    const sections: unknown[] = await connection.workspace.getConfiguration(
      scopes.map((scopeUri) => ({ section: 'komodo', ...(scopeUri && { scopeUri }) })),
    );
    workspace.settings = new Map(
      scopes.map((scope, index) => {
        const section = sections[index] ?? undefined;
        return [scope, section === undefined ? initial : readSettings(section)];
      }),
    );
    rulesChanged();
  }

  /** An editor that has it registered is told of formatting while a setting asks for it: people have a formatter. */
  function offerFormatting(): void {
    if (!registersFormatting || workspace.wantsFormatting === (formatting !== undefined)) return;
    if (formatting) void formatting.then((registered) => registered.dispose());
    formatting = workspace.wantsFormatting ? connection.client.register(formattings()) : undefined;
  }

  /** Of the whole file, and of lines in a script. */
  function formattings(): BulkRegistration {
    const registration = BulkRegistration.create();
    registration.add(DocumentFormattingRequest.type, { documentSelector: null });
    registration.add(DocumentRangeFormattingRequest.type, { documentSelector: null });
    return registration;
  }

  function rulesChanged(): void {
    offerFormatting();
    workspace.readAnew();
    if (scriptsRead !== undefined && scriptsRead !== workspace.scriptSettings) void readFolders();
    namesChanged();
    if (client.semanticTokens?.refreshSupport) void connection.languages.semanticTokens.refresh();
  }

  /** What there is elsewhere shows in every open file. */
  function namesChanged(): void {
    checks.requestAll();
    hintsChanged();
    lensesChanged();
  }

  function hintsChanged(): void {
    if (client.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
  }
  // How long it is until a schedule runs changes without anybody typing.
  setInterval(() => {
    if ([...workspace.openDocuments].some(({ text }) => text.includes('schedule'))) hintsChanged();
  }, A_MINUTE).unref();

  function lensesChanged(): void {
    if (client.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
  }

  connection.onNotification(storedChanged, (resources) => {
    const label = workspace.inventory?.label ?? 'Core';
    workspace.stored = resources && new StoredIndex(label, resources);
    // What Procedures run that only Core has.
    checks.requestAll();
    lensesChanged();
  });
  connection.onNotification(inventoryChanged, (inventory) => {
    workspace.inventory = inventory;
    rulesChanged();
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    if (workspace.linked.forget(uris)) checks.requestAll();
    await disk.readAnew(uris);
  });
  connection.onNotification(scriptClosed, ({ uri }) => disk.readAnew([uri]));
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    workspace.open(uri, version, text);
    checks.request(uri);
    // Editors show this sign for bytes that are no text; what Core thinks of them stands on disk.
    if (text.includes('\uFFFD')) void disk.readAnew([uri]);
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
