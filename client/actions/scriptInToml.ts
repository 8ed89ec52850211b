import * as vscode from 'vscode';
import type { ArgumentsFormat } from '../../komodo/actions/args.ts';
import type { PlacedScript } from '../../protocol/lsp.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';
import type { ScriptSource } from './scriptSource.ts';

export interface ScriptSources {
  readonly runnables: RunnablesInFiles;
  readonly sourceOf: ScriptSource;
}

/** An Action's script and its own arguments, as they stand in a file. */
export interface ScriptInToml extends PlacedScript {
  readonly defaults: string;
  readonly format: ArgumentsFormat | undefined;
}

/** @throws Error in words for people, where the Action has no script there */
export async function scriptInToml(
  name: string,
  toml: vscode.Uri,
  { runnables, sourceOf }: ScriptSources,
): Promise<ScriptInToml> {
  const text = (await vscode.workspace.openTextDocument(toml)).getText();
  const source = await sourceOf(toml, name, text);
  if (!source) {
    throw new Error(`The Action “${name}” has no script in ${toml.path.split('/').at(-1)}.`);
  }
  const found = await runnables.of(toml, text);
  const { config } = found.find((each) => each.kind === 'Action' && each.name === name) ?? {};
  const { arguments: defaults = '', arguments_format: format } = (config ?? {}) as ActionConfig;
  return { ...source, defaults, format };
}

/** What counts here of the config of an Action, as Core reads it. */
interface ActionConfig {
  readonly arguments?: string;
  readonly arguments_format?: ArgumentsFormat;
}
