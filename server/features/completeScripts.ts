import type { CompletionItem } from 'vscode-languageserver';
import type { EmbeddedScript, KomodoCall, ScriptText } from '../../komodo/actions/index.ts';
import { namesInCall, servicesInCall, type ServicesInCall } from '../../komodo/names/index.ts';
import type { OpenScript } from '../actions/openScripts.ts';
import type { Span } from '../../komodo/toml/index.ts';
import { callsOf } from './callsOf.ts';
import { completePattern, namesOf } from './completeNames.ts';
import { itemsFrom, type Proposal } from './completionItem.ts';
import type { Context } from './context.ts';
import { servicesOfThe } from './services.ts';

/**
 * The names that can stand at an offset of a script: in the text that a call of the `komodo` client is given in the place
 * of one, `{ stack: "…" }`; undefined anywhere else.
 */
export function completeScriptNames(
  { document, embedded, offset }: OpenScript & { readonly offset: number },
  context: Context,
): CompletionItem[] | undefined {
  const calls = callsOf(embedded);
  const isHere = (text: Span) => text.start <= offset && offset <= text.end;
  const found = calls
    .flatMap((call) => namesInCall(call, context.schema))
    .find(({ text }) => isHere(text));
  if (!found) {
    const service = serviceIn(calls, isHere);
    const proposals = service && otherServices(service, context);
    return proposals && itemsFrom(document, textSpan(embedded, service.text, offset), proposals);
  }
  const { text, kinds } = found;
  const span = textSpan(embedded, text, offset);
  if (found.as === 'pattern') {
    const at = embedded.sourceOf({ start: offset, end: offset }).start;
    return completePattern(document, span, at, found.kinds[0], context);
  }
  return itemsFrom(document, span, namesOf(kinds, context));
}

interface NamedService extends ServicesInCall {
  readonly text: ScriptText;
}

function serviceIn(
  calls: readonly KomodoCall[],
  isHere: (text: Span) => boolean,
): NamedService | undefined {
  for (const named of calls.flatMap(servicesInCall)) {
    const text = named.services.find(isHere);
    if (text) return { ...named, text };
  }
  return undefined;
}

/** Those that the list does not have already. */
function otherServices(
  { stack, services, text }: NamedService,
  context: Context,
): readonly Proposal[] {
  const present = new Set(services.filter((each) => each !== text).map(({ value }) => value));
  return servicesOfThe(stack, context).filter(({ label }) => !present.has(label));
}

/** What a name that is proposed at an offset of a text in a script replaces. */
export function textSpan(embedded: EmbeddedScript, text: Span, offset: number): Span {
  const script = embedded.text;
  const isClosed = script[text.end] === script[text.start - 1];
  // Behind a text that is not closed stands what is to stay.
  return embedded.sourceOf({ start: text.start, end: isClosed ? text.end : offset });
}
