import * as vscode from 'vscode';
import { scriptInFile } from '../../actions/debugging.ts';
import type { ArgumentsFormat } from '../../komodo/actions/args.ts';
import type { PlacedScript } from '../../protocol/lsp.ts';
import { actionAt, actionScheme, addressOf } from '../actions/actionPlace.ts';
import { actionHere } from '../actions/openAction.ts';
import type { DebugRequest, DebugServices } from './debugging.ts';

/** A script with the file in which its breakpoints are. */
export interface DebugTarget extends PlacedScript {
  readonly label: string;
  readonly file: vscode.Uri;
  /** The tab of an Action, which is none of the debugger's files. */
  readonly tab?: vscode.Uri;
  /** The Action's own arguments, as its config has them. */
  readonly defaults: string;
  readonly format: ArgumentsFormat | undefined;
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
  if (uri?.path.endsWith('.ts')) return standalone(await vscode.workspace.openTextDocument(uri));
  if (name !== undefined) return inToml(name, uri, services);
  const document = uri
    ? (await vscode.window.showTextDocument(uri)).document
    : vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'typescript') {
    if (document.uri.scheme !== actionScheme) return standalone(document);
    // What is debugged stands in the TOML.
    if (document.isDirty) await document.save();
    const place = actionAt(document.uri)!;
    return inToml(place.name, vscode.Uri.from(place.toml), services);
  }
  const here = await actionHere(services.runnables);
  return here && inToml(here.name, here.uri, services);
}

function standalone(document: vscode.TextDocument): DebugTarget {
  const { uri } = document;
  return {
    label: uri.path.split('/').at(-1)!,
    file: uri,
    ...scriptInFile(document.getText()),
    defaults: '',
    format: undefined,
    again: { uri },
  };
}

async function inToml(
  name: string,
  uri: vscode.Uri | undefined,
  { runnables, sourceOf }: DebugServices,
): Promise<DebugTarget> {
  const file = uri ?? (await runnables.find('Action', name))?.uri;
  if (!file) throw new Error(`No TOML file of this workspace defines the Action “${name}”.`);
  const text = (await vscode.workspace.openTextDocument(file)).getText();
  const source = await sourceOf(file, name, text);
  if (!source)
    throw new Error(`The Action “${name}” has no script in ${file.path.split('/').at(-1)}.`);
  const found = await runnables.of(file, text);
  const action = found.find((each) => each.kind === 'Action' && each.name === name);
  const { arguments: defaults = '', arguments_format: format } = (action?.config ??
    {}) as ActionConfig;
  return {
    label: name,
    file,
    tab: vscode.Uri.from(addressOf({ toml: file, name })),
    ...source,
    defaults,
    format,
    again: { name, uri: file },
  };
}

/** What counts here of the config of an Action, as Core reads it. */
interface ActionConfig {
  readonly arguments?: string;
  readonly arguments_format?: ArgumentsFormat;
}
