import path from 'node:path';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { linkedActions, scriptSource } from './actions/scriptSource.ts';
import { registerAll } from './commands.ts';
import type { Connection } from './connection.ts';
import { errorText } from './errorText.ts';
import { lazyBundle } from './lazyBundle.ts';
import type { RunnablesInFiles } from './runnablesInFiles.ts';
import type { DebugRequest, Debugging, DebugServices } from './debug/debugging.ts';

/** `type` of a configuration in launch.json. */
const debugType = 'komodo-action';

/** "Debug Action" as a command, by F5 and as a configuration of launch.json. What it takes is loaded when it is used. */
export function provideDebugging(
  runnables: RunnablesInFiles,
  languageClient: Promise<LanguageClient>,
  connection: Connection,
  context: vscode.ExtensionContext,
): void {
  let debugging: Debugging | undefined;
  const services: DebugServices = {
    runnables,
    connection,
    storage: context.globalStorageUri,
    sourceOf: scriptSource(languageClient),
    linkedActions: linkedActions(languageClient),
  };
  const debug = async (request: DebugRequest): Promise<void> => {
    if (!debugging) {
      const bundle = lazyBundle(context, 'debugging.js') as typeof import('./debug/debugging.ts');
      debugging = new bundle.Debugging(services);
      context.subscriptions.push(debugging);
    }
    await debugging.debug(request);
  };
  registerAll(
    { debugAction: (request: DebugRequest | undefined) => debug(request ?? {}) },
    context,
  );
  context.subscriptions.push(
    vscode.debug.registerDebugConfigurationProvider(debugType, {
      // F5 with no launch.json gives an empty one.
      resolveDebugConfiguration: (_folder, { name, ...rest }) => ({
        ...rest,
        type: debugType,
        request: 'launch',
        name: name || 'Debug Action',
      }),
      resolveDebugConfigurationWithSubstitutedVariables(folder, configuration) {
        const { action: name, file, args } = configuration as Partial<Record<string, unknown>>;
        const base = folder?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
        debug({
          ...(typeof name === 'string' && { name }),
          ...(typeof file === 'string' && {
            uri:
              path.isAbsolute(file) || !base
                ? vscode.Uri.file(file)
                : vscode.Uri.joinPath(base, file),
          }),
          ...(typeof args === 'object' && args !== null && { args: { ...args } }),
        }).catch((error: unknown) => vscode.window.showErrorMessage(errorText(error)));
        // A session of VS Code's own JavaScript debugger is started instead.
        return undefined;
      },
    }),
  );
}
