import * as vscode from 'vscode';
import { scriptInFile } from '../../actions/debugging.ts';
import { actionAt, actionScheme, addressOf } from '../../protocol/actionPlace.ts';
import { defaultArgsOfFile } from '../actions/defaultArgs.ts';
import { actionHere } from '../actions/openAction.ts';
import { scriptInToml, type ScriptInToml, type ScriptSources } from '../actions/scriptInToml.ts';
import type { DebugRequest, DebugServices } from './debugging.ts';

/** A script with the file in which its breakpoints are. */
export interface DebugTarget extends ScriptInToml {
  readonly label: string;
  readonly file: vscode.Uri;
  /** The tab of an Action, which is none of the debugger's files. */
  readonly tab?: vscode.Uri;
  /** What asks for the same once more, wherever the cursor is then. */
  readonly again: DebugRequest;
}

/**
 * The script that is meant: of a named Action, else that in the editor. Undefined when the person chooses none.
 *
 * @throws Error in words for people
 */
export async function targetOf(
  { name, uri }: DebugRequest,
  services: DebugServices,
): Promise<DebugTarget | undefined> {
  if (uri?.path.endsWith('.ts'))
    return standalone(await vscode.workspace.openTextDocument(uri), services);
  if (name !== undefined) return inToml(name, uri, services);
  const document = uri
    ? (await vscode.window.showTextDocument(uri)).document
    : vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'typescript') {
    if (document.uri.scheme !== actionScheme) return standalone(document, services);
    // What is debugged stands in the TOML.
    if (document.isDirty) await document.save();
    const place = actionAt(document.uri)!;
    return inToml(place.name, vscode.Uri.from(place.toml), services);
  }
  const here = await actionHere(services.runnables);
  return here && inToml(here.name, here.uri, services);
}

async function standalone(
  document: vscode.TextDocument,
  { runnables, linkedActions }: ScriptSources,
): Promise<DebugTarget> {
  const { uri } = document;
  return {
    label: uri.path.split('/').at(-1)!,
    file: uri,
    ...scriptInFile(document.getText()),
    ...(await defaultArgsOfFile(document, runnables, linkedActions)),
    again: { uri },
  };
}

async function inToml(
  name: string,
  uri: vscode.Uri | undefined,
  sources: ScriptSources,
): Promise<DebugTarget> {
  const file = uri ?? (await sources.runnables.find('Action', name))?.uri;
  if (!file) throw new Error(`No TOML file of this workspace defines the Action “${name}”.`);
  return {
    label: name,
    file,
    tab: vscode.Uri.from(addressOf({ toml: file, name })),
    ...(await scriptInToml(name, file, sources)),
    again: { name, uri: file },
  };
}
