/** A string in other quotes, so that Core reads the same text. */
import { CodeActionKind } from 'vscode-languageserver';
import { lineBreakOf } from '../../../komodo/format/index.ts';
import {
  isInsideFence,
  quoted,
  quotedAs,
  turnsFences,
  type Notation,
} from '../../../komodo/toml/index.ts';
import { replacing } from '../pairEdits.ts';
import type { Rewrite } from './rewrite.ts';

export const quotes: Rewrite = ({ document, cursor }) => {
  if (cursor?.at !== 'value' || cursor.node?.kind !== 'string') return [];
  const { node, span } = cursor;
  // Without an odd """ in it, all that follows would be read in another way.
  if (turnsFences(document.text.slice(span.start, span.end))) return [];
  const around = {
    insideFence: isInsideFence(document.toml, span.start),
    eol: lineBreakOf(document.text),
  };
  const ofCore = quoted(node.value, around);
  return notationsFor(node.value).flatMap((notation) => {
    const text = quotedAs(notation, node.value, around);
    if (notation === node.quote || text === undefined) return [];
    return [
      {
        title: `Write it between ${notation}${text === ofCore ? ', as Core does' : ''}`,
        kind: CodeActionKind.RefactorRewrite,
        edits: () => [replacing(document, span, text)],
      },
    ];
  });
};

function notationsFor(value: string): readonly Notation[] {
  if (value.includes('\n')) return ['"""', "'''", '"'];
  // Between """ a backslash is just that to Core.
  return value.includes('\\') ? ['"', "'", '"""'] : ['"', "'"];
}
