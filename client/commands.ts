import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { chooseRunnable, nameIn, targetIn } from './chooseRunnable.ts';
import type { NodeArgument, RunnableArgument } from './chooseRunnable.ts';
import type { BlockPlace, Compare } from './compare.ts';
import type { Connection } from './connection.ts';
import { errorText } from './errorText.ts';
import { explainCode } from './explainCode.ts';
import { formatActiveFile } from './formatFile.ts';
import { openInBrowser, pageOf } from './openInBrowser.ts';
import { openToml } from './openToml.ts';
import type { PreviewPanel } from './preview/previewPanel.ts';
import type { ProfileCommands } from './profiles/profileCommands.ts';
import type { RunCommands } from './run/runCommands.ts';
import type { RunPanel } from './run/runPanel.ts';
import type { Runs } from './run/runs.ts';
import type { RunnablesInFiles } from './runnablesInFiles.ts';
import type { Sandbox } from './sandbox.ts';
import { putCursor, showReferences } from './showReferences.ts';
import type { RecentRunNode } from './trees/recentRuns.ts';
import type { RunnableNode } from './trees/runnables.ts';

/** What the commands work with. */
export interface Services {
  readonly connection: Connection;
  readonly sandbox: Sandbox;
  readonly profiles: () => ProfileCommands;
  readonly runs: Runs;
  readonly run: RunCommands;
  readonly panel: RunPanel;
  readonly runnables: RunnablesInFiles;
  readonly languageClient: Promise<LanguageClient>;
  readonly compare: Compare;
  readonly preview: PreviewPanel;
  readonly log: vscode.LogOutputChannel;
  readonly runOutput: vscode.OutputChannel;
  readonly trees: readonly { refresh(): void }[];
}

/** Every command of ours: its name in package.json without `komodo.`, and what it does. */
function commandTable(
  services: Services,
  context: vscode.ExtensionContext,
): Record<string, (argument: never) => unknown> {
  const { connection, sandbox, profiles, runs, run, panel, runnables, compare } = services;
  return {
    runProcedure: (argument: RunnableArgument) => run.run('Procedure', nameIn(argument)),
    runAction: (argument: RunnableArgument) => run.run('Action', nameIn(argument)),
    runItem: ({ runnable }: RunnableNode) => run.run(runnable.kind, runnable.name),
    cancelRun: (node: NodeArgument) => (node ? run.cancelTarget(targetIn(node)) : run.cancel()),
    runSync: () => run.runSync(),
    showRunPanel: () => panel.show(runs.underWay[0], false),
    showRun: async (node: RecentRunNode) => {
      const core = await connection.connect();
      await panel.show(runs.follow(core, node.run.id, targetIn(node)));
    },
    showRunOutput: () => services.runOutput.show(true),
    openToml: async (node: RunnableNode | undefined) => {
      const target = await chooseRunnable(services, node);
      if (target) await openToml(runnables, target.kind, target.name);
    },
    compareWithCore: async (node: RunnableNode | undefined) => {
      const target = await chooseRunnable(services, node);
      if (target) await compare.show(target);
    },
    compareBlock: (at: BlockPlace | undefined) => compare.showBlock(at),
    openInBrowser: async (node: NodeArgument) => {
      const core = await connection.connect();
      const page =
        node && 'run' in node
          ? `updates/${node.run.id}`
          : pageOf(await chooseRunnable(services, node));
      if (page !== undefined) await openInBrowser(core, page);
    },
    previewPattern: async (at: BlockPlace | undefined) => {
      if (at) await putCursor(at);
      await services.preview.show('pattern');
    },
    previewSchedule: async (at: BlockPlace | undefined) => {
      if (at) await putCursor(at);
      await services.preview.show('schedule');
    },
    showReferences: (at: BlockPlace) => showReferences(at),
    addProfile: () => profiles().add(),
    editProfile: () => profiles().edit(),
    removeProfile: () => profiles().remove(),
    switchProfile: () => profiles().switch(),
    testConnection: () => profiles().test(),
    connect: () => connection.connect(),
    restartSandbox: async () => {
      connection.disconnect();
      sandbox.stop();
      await connection.connect();
    },
    refresh: () => {
      connection.refreshInventory();
      for (const tree of services.trees) tree.refresh();
    },
    explainCode: (code: string) => explainCode(context, code),
    formatFile: () => formatActiveFile(services.languageClient),
    showLog: () => services.log.show(true),
  };
}

/** Registers the commands that work with the services. */
export function registerCommands(services: Services, context: vscode.ExtensionContext): void {
  registerAll(commandTable(services, context), context);
}

/** Registers commands by their names without `komodo.`. What goes wrong in one is shown to the person who gave it. */
export function registerAll(
  table: Readonly<Record<string, (argument: never) => unknown>>,
  context: vscode.ExtensionContext,
): void {
  for (const [name, act] of Object.entries(table)) {
    const command = async (argument: never): Promise<void> => {
      try {
        await act(argument);
      } catch (error) {
        void vscode.window.showErrorMessage(errorText(error));
      }
    };
    context.subscriptions.push(vscode.commands.registerCommand(`komodo.${name}`, command));
  }
}
