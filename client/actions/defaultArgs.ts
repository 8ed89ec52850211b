import * as vscode from 'vscode';
import type { ArgumentsFormat } from '../../komodo/actions/args.ts';
import { argsComment } from '../../komodo/actions/argsComment.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';
import type { LinkedActions } from './scriptSource.ts';

/** An Action's own arguments, as its config has them. */
export interface DefaultArgs {
  readonly defaults: string;
  readonly format: ArgumentsFormat | undefined;
}

/**
 * The arguments that a script in a file of its own begins with: those of the Action that a comment links to it, else those
 * that stand in the file (`// komodo: args {…}`), else those of the Action that is called as the file is. Empty without.
 */
export async function defaultArgsOfFile(
  document: vscode.TextDocument,
  runnables: RunnablesInFiles,
  linkedActions: LinkedActions,
): Promise<DefaultArgs> {
  const [linked] = await linkedActions(document.uri);
  if (linked) return defaultArgsInToml(linked.name, linked.toml, runnables);
  const comment = argsComment(document.getText());
  if (comment !== undefined) return { defaults: comment, format: 'json' };
  const name = document.uri.path.split('/').at(-1)!.replace(/\.ts$/, '');
  const found = await runnables.find('Action', name);
  return argsOf(found?.runnable.config);
}

/** The arguments of an Action as they stand in a file. */
export async function defaultArgsInToml(
  name: string,
  toml: vscode.Uri,
  runnables: RunnablesInFiles,
): Promise<DefaultArgs> {
  const text = (await vscode.workspace.openTextDocument(toml)).getText();
  const found = await runnables.of(toml, text);
  return argsOf(found.find((each) => each.kind === 'Action' && each.name === name)?.config);
}

/** @param config of an Action, as Core reads it */
function argsOf(config: unknown): DefaultArgs {
  const { arguments: defaults = '', arguments_format: format } = (config ?? {}) as {
    readonly arguments?: string;
    readonly arguments_format?: ArgumentsFormat;
  };
  return { defaults, format };
}
