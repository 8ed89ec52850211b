/** Asks for the ARGS of an Action, which begin with its own defaults. */
import * as vscode from 'vscode';
import { mergeArgs, parseArguments, type Args } from '../../komodo/actions/args.ts';
import type { ArgumentsFormat } from '../../komodo/actions/args.ts';
import { argsReadIn } from '../../komodo/actions/argsRead.ts';
import { argsToGive, argText, looseArg, typedArg } from '../../komodo/actions/givenArgs.ts';
import { errorText } from '../errorText.ts';

/** What is asked about: an Action's own arguments, as its config has them. */
export interface ArgsQuestion {
  readonly action: string;
  /** What is done with the answer: `Run`, `Rehearse`. */
  readonly verb: string;
  readonly defaults: string;
  readonly format: ArgumentsFormat | undefined;
  /** What it reads of `ARGS` is asked for, too. */
  readonly script: string;
}

interface Choice extends vscode.QuickPickItem {
  /** The argument to edit; undefined for all of them as one JSON, missing to go on. */
  readonly edits?: { readonly name: string | undefined };
}

/**
 * A list of the arguments, and of those that the script reads by name though nobody has given them: its first item goes
 * on with them as they are, every other one edits a value. Where the Action has no arguments and reads none, nothing is
 * asked.
 * @returns what the run is to give beside the defaults; undefined when somebody leaves
 * @throws Error in words for people where Core can't read the defaults
 */
export async function askArgs(question: ArgsQuestion): Promise<Args | undefined> {
  const defaults = parseArguments(question.defaults, question.format);
  const read = argsReadIn(question.script);
  if (Object.keys(defaults).length === 0 && read?.size === 0) return {};
  let given: Args = {};
  for (;;) {
    const args = mergeArgs(defaults, given);
    const choice = await vscode.window.showQuickPick(choices(question.verb, defaults, args, read), {
      title: `${question.verb} ${question.action}: ARGS`,
      placeHolder: 'Enter goes on; choose an argument to change it for this time',
      matchOnDescription: true,
      ignoreFocusOut: true,
    });
    if (!choice) return undefined;
    if (!choice.edits) return given;
    const wanted = await edited(choice.edits.name, defaults, args);
    if (wanted) given = argsToGive(defaults, wanted);
  }
}

function choices(
  verb: string,
  defaults: Args,
  args: Args,
  read: ReadonlySet<string> | undefined,
): Choice[] {
  const open = [...(read ?? [])].filter((name) => !Object.hasOwn(args, name));
  const isChanged = (name: string): boolean => argText(args[name]) !== argText(defaults[name]);
  const changed = Object.keys(args).filter(isChanged).length;
  const hasDefaults = Object.keys(defaults).length > 0;
  const asTheyAre = hasDefaults ? 'with defaults' : 'without ARGS';
  const how = changed === 0 ? asTheyAre : `with ${changed} ${hasDefaults ? 'changed' : 'given'}`;
  return [
    { label: `$(play) ${verb} ${how}` },
    { label: 'ARGS', kind: vscode.QuickPickItemKind.Separator },
    ...Object.entries(args).map(([name, value]) => ({
      label: `$(${isChanged(name) ? 'circle-filled' : 'edit'}) ${name}`,
      description: argText(value),
      ...(isChanged(name) && {
        detail:
          name in defaults ? `instead of ${argText(defaults[name])}` : 'not among the defaults',
      }),
      edits: { name },
    })),
    ...open.map((name) => ({
      label: `$(circle-outline) ${name}`,
      description: 'not given, and the script reads it',
      edits: { name },
    })),
    { label: '$(json) All as JSON…', edits: { name: undefined } },
  ];
}

/** All arguments with what somebody typed; undefined when nothing is to change. */
async function edited(
  name: string | undefined,
  defaults: Args,
  args: Args,
): Promise<Args | undefined> {
  const before = name === undefined ? args : args[name];
  const isLoose = name !== undefined && !Object.hasOwn(defaults, name);
  const all = (text: string): Args => {
    const value = isLoose ? looseArg(text) : typedArg(text, before);
    return name === undefined ? (value as Args) : { ...args, [name]: value };
  };
  if (typeof before === 'boolean') return all(String(!before));
  const text = await vscode.window.showInputBox({
    title: name === undefined ? 'ARGS as JSON' : `ARGS.${name}`,
    prompt: isLoose ? 'Text, or anything else as JSON; "80" in quotes is text' : promptFor(before),
    value: before === undefined ? '' : argText(before),
    ignoreFocusOut: true,
    validateInput(typed) {
      try {
        argsToGive(defaults, all(typed));
        return undefined;
      } catch (error) {
        return errorText(error);
      }
    },
  });
  return text === undefined ? undefined : all(text);
}

function promptFor(value: unknown): string {
  if (typeof value === 'string') return 'Text';
  return typeof value === 'number' ? 'A number' : 'As JSON';
}
