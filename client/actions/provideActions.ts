import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Connection } from '../connection.ts';
import type { Lazily } from '../lazily.ts';
import { registerAll } from '../commands.ts';
import { provideDebugging } from '../provideDebugging.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';
import { ActionFiles } from './actionFiles.ts';
import { provideActionLenses } from './actionLenses.ts';
import { actionScheme } from '../../protocol/actionPlace.ts';
import { configureTypeScript } from './configureTypeScript.ts';
import { provideCoreTerminals } from './coreTerminals.ts';
import { provideCoreTypings } from './coreTypings.ts';
import { setUpTypings } from './setUpTypings.ts';
import { keepLinked } from './keepLinked.ts';
import { embedFile, extractScript } from './linkScript.ts';
import { askNewAction } from './newAction.ts';
import { provideScriptNames } from './scriptNames.ts';
import { provideScriptNavigation } from './scriptNavigation.ts';
import { openAction, type NamedAction } from './openAction.ts';

/** All that edits and debugs scripts of Actions: their tabs, lenses and commands. */
export function provideActions(
  runnables: RunnablesInFiles,
  language: Lazily<LanguageClient>,
  connection: Connection,
  context: vscode.ExtensionContext,
): void {
  const languageClient = language.promise;
  const files = new ActionFiles(languageClient);
  context.subscriptions.push(
    files,
    vscode.workspace.registerFileSystemProvider(actionScheme, files, { isCaseSensitive: true }),
  );
  provideActionLenses(runnables, context);
  const served = provideCoreTypings(language.whenDone, connection, context);
  provideCoreTerminals(language.whenDone, connection, context);
  configureTypeScript(language.whenDone, connection, served, context);
  keepLinked(language, context);
  provideScriptNames(languageClient, connection, context);
  provideScriptNavigation(languageClient, context);
  provideDebugging(runnables, languageClient, connection, context);
  registerAll(
    {
      openAction: (action: NamedAction | undefined) => openAction(runnables, action),
      setUpActionTypings: () => setUpTypings(languageClient),
      extractScript: () => extractScript(runnables, languageClient),
      embedFile: () => embedFile(runnables, languageClient),
      newAction: () => askNewAction(runnables, languageClient),
    },
    context,
  );
}
