import type { CompletionItem } from 'vscode-languageserver';
import { callsIn, type EmbeddedScript } from '../../komodo/actions/index.ts';
import { namesInCall } from '../../komodo/names/index.ts';
import type { OpenScript } from '../actions/openScripts.ts';
import type { Span } from '../../komodo/toml/index.ts';
import { completePattern, namesOf } from './completeNames.ts';
import { itemsFrom } from './completionItem.ts';
import type { Context } from './context.ts';

/**
 * The names that can stand at an offset of a script: in the text that a call of the `komodo` client is given in the place
 * of one, `{ stack: "…" }`; undefined anywhere else.
 */
export function completeScriptNames(
  { document, embedded, offset }: OpenScript & { readonly offset: number },
  context: Context,
): CompletionItem[] | undefined {
  const script = embedded.text;
  const found = callsIn(script)
    .calls.flatMap((call) => namesInCall(call, context.schema))
    .find(({ text }) => text.start <= offset && offset <= text.end);
  if (!found) return undefined;
  const { text, kinds } = found;
  const span = textSpan(embedded, text, offset);
  if (found.as === 'pattern') {
    const at = embedded.sourceOf({ start: offset, end: offset }).start;
    return completePattern(document, span, at, found.kinds[0], context);
  }
  return itemsFrom(document, span, namesOf(kinds, context));
}

/** What a name that is proposed at an offset of a text in a script replaces. */
export function textSpan(embedded: EmbeddedScript, text: Span, offset: number): Span {
  const script = embedded.text;
  const isClosed = script[text.end] === script[text.start - 1];
  // Behind a text that is not closed stands what is to stay.
  return embedded.sourceOf({ start: text.start, end: isClosed ? text.end : offset });
}
