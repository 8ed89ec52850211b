import * as vscode from 'vscode';
import type { PlacedScript } from '../../protocol/scripts.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';
import { defaultArgsInToml, type DefaultArgs } from './defaultArgs.ts';
import type { LinkedActions, ScriptSource } from './scriptSource.ts';

export interface ScriptSources {
  readonly runnables: RunnablesInFiles;
  readonly sourceOf: ScriptSource;
  readonly linkedActions: LinkedActions;
}

/** An Action's script and its own arguments, as they stand in a file. */
export interface ScriptInToml extends PlacedScript, DefaultArgs {}

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
  return { ...source, ...(await defaultArgsInToml(name, toml, runnables)) };
}
