import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { isScript } from './actions/isScript.ts';
import { provideActions } from './actions/provideActions.ts';
import { provideCodeLenses } from './codeLenses.ts';
import { registerCommands } from './commands.ts';
import { Compare } from './compare.ts';
import { Connection } from './connection.ts';
import { showConnectionStatus } from './connectionStatus.ts';
import { keepContextKeys } from './contextKeys.ts';
import { errorText } from './errorText.ts';
import { startLanguageClient } from './languageClient.ts';
import { Lazily } from './lazily.ts';
import { PreviewPanel } from './preview/previewPanel.ts';
import { lazyProfileCommands } from './profiles/lazyProfileCommands.ts';
import { ProfileStore } from './profiles/profileStore.ts';
import { pushInventory } from './pushInventory.ts';
import { Confirmation } from './run/confirmation.ts';
import { openLog, saveLog } from './run/logFiles.ts';
import { RunCommands } from './run/runCommands.ts';
import { notifyOutcomes } from './run/runOutcome.ts';
import { mirrorRuns } from './run/runOutput.ts';
import { RunPanel } from './run/runPanel.ts';
import { showRunProgress } from './run/runProgress.ts';
import { Runs } from './run/runs.ts';
import { openScript } from './run/openScript.ts';
import { stepToml } from './run/stepToml.ts';
import { Rehearsals } from './rehearsals.ts';
import { followSandboxFiles } from './sandboxFiles.ts';
import { RunnablesInFiles } from './runnablesInFiles.ts';
import { Sandbox } from './sandbox.ts';
import { tellSandboxEnd } from './tellSandboxEnd.ts';
import { createCoreList } from './trees/coreList.ts';
import { recentRunList } from './trees/recentRuns.ts';
import { runnableList } from './trees/runnables.ts';

let sandbox: Sandbox | undefined;
let language: Lazily<LanguageClient> | undefined;

/**
 * Called by VS Code when a TOML or TypeScript file is opened, or a view or command of ours is used. Most TypeScript has
 * nothing to do with Komodo: the language server is started, and a Core connected, when something of ours is there.
 */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Komodo', { log: true });
  const lazy = (language = new Lazily(() => {
    showConnectionStatus(connection, context);
    if (connection.profile.kind === 'core') connection.connect().catch(() => undefined);
    return startLanguageClient(context);
  }));
  const languageClient = lazy.promise;
  sandbox = new Sandbox(context.asAbsolutePath('dist/sandbox.js'), log);
  const profiles = new ProfileStore(context);
  const connection = new Connection(profiles, sandbox, log);
  const runs = new Runs(connection, sandbox);
  const runnables = new RunnablesInFiles(languageClient);
  const confirmation = new Confirmation(connection, runnables, languageClient);
  const rehearsals = new Rehearsals(languageClient, { context, connection, sandbox, runnables });
  const run = new RunCommands({
    connection,
    sandbox,
    runs,
    runnables,
    confirmation,
    rehearsals,
    languageClient,
  });
  const compare = new Compare(connection, runnables, languageClient);
  const preview = new PreviewPanel(context.extensionUri, languageClient, connection);
  context.subscriptions.push(runs, connection, profiles, sandbox, compare, preview, log);

  const begin = (): void => void lazy.begin().catch(() => undefined);
  /** Does something nobody waits for; what goes wrong is shown. */
  const attempt = (act: Promise<unknown>): void => {
    act.catch((error: unknown) => vscode.window.showErrorMessage(errorText(error)));
  };
  const panel = new RunPanel(context.extensionUri, runs, {
    runProcedure: () => attempt(run.run('Procedure')),
    cancel: (session, update) => attempt(run.cancel(session, update)),
    runAgain: (session) => attempt(run.runAgain(session)),
    openToml: (session, place) => attempt(stepToml(runnables, session, place)),
    openScript: (session, place) => attempt(openScript(languageClient, session, place)),
    openLog: (session, updates) => attempt(openLog(session, updates)),
    saveLog: (session, updates) => attempt(saveLog(session, updates)),
  });
  context.subscriptions.push(
    panel,
    runs.onDidAdd((session) => attempt(panel.show(session))),
  );

  keepContextKeys(connection, profiles, runs, context);
  showRunProgress(runs, context);
  notifyOutcomes(
    runs,
    {
      show: (session) => attempt(panel.show(session, false)),
      openToml: (session) => attempt(stepToml(runnables, session, undefined)),
    },
    context,
  );
  registerCommands(
    {
      connection,
      sandbox,
      profiles: lazyProfileCommands(profiles, connection, context),
      runs,
      run,
      panel,
      runnables,
      languageClient,
      compare,
      preview,
      log,
      runOutput: mirrorRuns(runs, context),
      trees: [
        createCoreList(runnableList('Procedure', 'komodo.procedures'), connection, context, begin),
        createCoreList(runnableList('Action', 'komodo.actions'), connection, context, begin),
        createCoreList(recentRunList(connection), connection, context, begin),
      ],
    },
    context,
  );
  provideCodeLenses(runnables, connection, context);
  provideActions(runnables, lazy, connection, context);
  followSandboxFiles(connection, context);
  tellSandboxEnd(sandbox, context);
  lazy.whenDone.then(
    (client) => pushInventory(client, connection, log, context),
    (error: unknown) => {
      log.error(`The language server can’t start: ${errorText(error)}`);
      void vscode.window.showErrorMessage(
        'Komodo’s language server can’t start: files are not checked. The output “Komodo” says more.',
      );
    },
  );
  context.subscriptions.push(connection.onDidChange(begin));
  beginWithFiles(begin, context);
}

/** Begins when the first file of ours is open. */
function beginWithFiles(begin: () => void, context: vscode.ExtensionContext): void {
  const look = (document: vscode.TextDocument): void => {
    if (document.languageId !== 'toml' && !isScript(document)) return;
    opened.dispose();
    changed.dispose();
    begin();
  };
  const opened = vscode.workspace.onDidOpenTextDocument(look);
  const changed = vscode.workspace.onDidChangeTextDocument(({ document }) => look(document));
  context.subscriptions.push(opened, changed);
  vscode.workspace.textDocuments.forEach(look);
}

/** Called by VS Code before it ends. */
export async function deactivate(): Promise<void> {
  sandbox?.dispose();
  const client = await language?.begun?.catch(() => undefined);
  await client?.dispose();
}
