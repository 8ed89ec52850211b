/** Which script is meant, and where it is from. */
import * as vscode from 'vscode';
import { scriptOfFile } from '../../komodo/actions/scriptFile.ts';
import { actionAt, actionScheme } from '../../protocol/actionPlace.ts';
import { defaultArgsOfFile, type DefaultArgs } from '../actions/defaultArgs.ts';
import { actionHere, type NamedAction } from '../actions/openAction.ts';
import { isScript } from '../actions/isScript.ts';
import { scriptInToml, type ScriptSources } from '../actions/scriptInToml.ts';
import type { Core } from '../connection.ts';
import { listRunnables } from '../listRunnables.ts';
import type { RunnableNode } from '../trees/runnables.ts';

/** An Action as a command gets it: from a lens, from a tree, not at all from the palette. */
export type RehearsalArgument =
  NamedAction | { readonly runnable: Pick<RunnableNode['runnable'], 'name'> } | undefined;

/** A script with what is told of it. */
export interface ChosenScript extends DefaultArgs {
  readonly name: string;
  readonly script: string;
  /** In words: `script of actions.toml`. */
  readonly source: string;
  /** The file, where it is from one. */
  readonly uri?: vscode.Uri;
}

/**
 * From a tree, what Core has stored; else what stands in the editor: the Action of the lens or at the cursor, a script in
 * a file of its own. Where there is none, Core's Actions to pick from.
 * @throws Error in words for people
 */
export async function chooseScript(
  argument: RehearsalArgument,
  core: Core,
  sources: ScriptSources,
): Promise<ChosenScript | undefined> {
  if (argument && 'runnable' in argument) return fromCore(core, argument.runnable.name);
  if (argument?.uri) {
    const { name, uri } = argument;
    return uri.path.endsWith('.ts')
      ? standalone(await vscode.workspace.openTextDocument(uri), sources)
      : fromToml(name, uri, sources);
  }
  const document = vscode.window.activeTextEditor?.document;
  if (document?.uri.scheme === actionScheme) {
    if (document.isDirty) await document.save();
    const place = actionAt(document.uri);
    if (place) return fromToml(place.name, vscode.Uri.from(place.toml), sources);
  }
  if (document && isScript(document)) return standalone(document, sources);
  if (document?.languageId === 'toml') {
    const found = await sources.runnables.of(document.uri);
    if (found.some(({ kind }) => kind === 'Action')) {
      const here = await actionHere(sources.runnables);
      return here && fromToml(here.name, here.uri, sources);
    }
  }
  const actions = await listRunnables(core.client, 'Action');
  const name = await vscode.window.showQuickPick(
    actions.map(({ name: label }) => label),
    { title: `Rehearse an Action of ${core.profile.name}` },
  );
  return name === undefined ? undefined : fromCore(core, name);
}

async function fromCore({ client, profile }: Core, name: string): Promise<ChosenScript> {
  const { config } = await client.read('GetAction', { action: name });
  return {
    name,
    script: config?.file_contents ?? '',
    defaults: config?.arguments ?? '',
    format: config?.arguments_format,
    source: `script of ${profile.name}`,
  };
}

async function standalone(
  document: vscode.TextDocument,
  { runnables, linkedActions }: ScriptSources,
): Promise<ChosenScript> {
  const file = document.uri.path.split('/').at(-1)!;
  const script = scriptOfFile(document.getText());
  const { uri } = document;
  const args = await defaultArgsOfFile(document, runnables, linkedActions);
  return { name: file, script, ...args, source: `script of ${file}`, uri };
}

async function fromToml(
  name: string,
  uri: vscode.Uri,
  sources: ScriptSources,
): Promise<ChosenScript> {
  const { script, defaults, format } = await scriptInToml(name, uri, sources);
  const source = `script of ${uri.path.split('/').at(-1)!}`;
  return { name, script, defaults, format, source, uri };
}
