/** Names of terminals in the calls of a script: no file defines them, and Core tells which there are. */
import {
  CompletionItemKind,
  MarkupKind,
  type CompletionList,
  type Hover,
} from 'vscode-languageserver';
import type { Terminal } from '../../komodo/inventory/terminal.ts';
import {
  isResourceKind,
  runsOn,
  terminalInCall,
  terminalInWords,
  type TerminalInCall,
} from '../../komodo/names/index.ts';
import type { OpenScript } from '../actions/openScripts.ts';
import type { CoreTerminals } from '../actions/terminals.ts';
import { callsOf } from './callsOf.ts';
import { textSpan } from './completeScripts.ts';
import { itemsFrom, literally, type Proposal } from './completionItem.ts';
import { itemOf, type Context } from './context.ts';
import { code, paragraphs } from './markdown.ts';

/** A script with an offset in it. */
type InScript = OpenScript & { readonly offset: number };

/**
 * The terminals that can be meant at an offset: those that run where the call says, and those that the script itself names
 * elsewhere, as it may have made them. Undefined where no name of a terminal stands.
 */
export async function completeTerminals(
  at: InScript,
  terminals: CoreTerminals,
  context: Context,
): Promise<CompletionList | undefined> {
  const { document, embedded, offset } = at;
  const { meant, others } = terminalAt(at);
  if (!meant) return undefined;
  const running = await runningThere(meant, terminals, context);
  const known = new Set((running ?? []).map(({ name }) => name));
  const named = new Set(others.map(({ text }) => text.value).filter((name) => name !== ''));
  const proposals = [
    ...(running ?? []).map((each) => proposal(each.name, terminalInWords(each))),
    ...[...named]
      .filter((name) => !known.has(name))
      .map((name) => proposal(name, 'terminal of this script')),
  ];
  const items = itemsFrom(document, textSpan(embedded, meant.text, offset), proposals);
  // What comes too late for this key is there for the next one.
  return { isIncomplete: running === undefined, items };
}

/** What runs under the name at an offset; null where none stands, or no Core can tell. */
export async function hoverTerminal(
  at: InScript,
  terminals: CoreTerminals,
  context: Context,
): Promise<Hover | null> {
  const { meant } = terminalAt(at);
  const running = meant && (await runningThere(meant, terminals, context));
  if (!running) return null;
  const name = meant.text.value;
  const found = running.filter((each) => each.name === name);
  const said = found.map(
    (each) => `**${name}** — ${terminalInWords(each)}; it began with ${code(each.command)}.`,
  );
  const { start, end } = at.embedded.sourceOf(meant.text);
  return {
    contents: {
      kind: MarkupKind.Markdown,
      value:
        found.length > 0
          ? paragraphs(...said)
          : `${context.core!.label} has no terminal ${code(name)} there now.`,
    },
    range: at.document.lines.range(start, end),
  };
}

function terminalAt({ embedded, offset }: InScript): {
  readonly meant?: TerminalInCall | undefined;
  readonly others: readonly TerminalInCall[];
} {
  const all = callsOf(embedded).flatMap((call) => terminalInCall(call) ?? []);
  const meant = all.find(({ text }) => text.start <= offset && offset <= text.end);
  return { meant, others: all.filter((each) => each !== meant) };
}

async function runningThere(
  { place: { target, params } }: TerminalInCall,
  terminals: CoreTerminals,
  { core }: Context,
): Promise<readonly Terminal[] | undefined> {
  const nameOf = (param: string, text: string) =>
    (isResourceKind(param) ? itemOf(core, param, text)?.name : undefined) ?? text;
  const named = Object.fromEntries(
    Object.entries(params).map(([param, text]) => [param, nameOf(param, text)]),
  );
  const all = await terminals.read(target === 'Server' ? named.server : undefined);
  return all?.filter((each) => runsOn(each, { ...(target && { target }), params: named }));
}

function proposal(label: string, detail: string): Proposal {
  return { label, kind: CompletionItemKind.Value, detail, snippet: literally(label) };
}
