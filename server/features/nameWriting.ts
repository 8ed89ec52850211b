/** Writes another name where one stands, in whatever text that is. */
import type { Range } from 'vscode-languageserver';
import type { NameUse } from '../../komodo/names/index.ts';
import { nodesAt, quotedFor, stringMap, type StringNode } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';

/** Where a name stands: as in {@link NameUse}, or where it is defined. */
export type Where = NameUse['in'] | 'definition';

/**
 * How a name is written at a place. `plain`: the text can take the place of the old one in a string of any kind.
 * `escaped`: the string has to be written anew. `impossible`: no text there would be taken for the name.
 */
export function writing(
  name: string,
  where: Where,
): { readonly how: 'plain' | 'escaped' | 'impossible'; readonly text: string } {
  switch (where) {
    case 'pattern': {
      const text = name.replace(/[*?\\]/g, '\\$&');
      return { how: isListed(name) ? howInToml(text) : 'impossible', text };
    }
    case 'script':
      // Also where it is an item of a pattern, and between quotes of any sort.
      return {
        how: isListed(name) && /^[^"'`\\$*?]*$/.test(name) ? 'plain' : 'impossible',
        text: name,
      };
    default:
      return { how: howInToml(name), text: name };
  }
}

function howInToml(text: string): 'plain' | 'escaped' {
  return /["'\\\p{Cc}]/u.test(text) ? 'escaped' : 'plain';
}

/** Whether a list of Komodo's can hold it: see `splitList`. */
function isListed(name: string): boolean {
  return !/[,\p{Cc}]| #|^#|^\s|\s$/u.test(name);
}

/** A string that is written anew: without a text where no string could hold the new value. */
export interface WrittenString {
  readonly range: Range;
  readonly newText?: string;
}

interface StringEdits {
  readonly node: StringNode;
  readonly edits: { readonly from: number; readonly to: number; readonly text: string }[];
}

/**
 * Writes strings anew in which texts take the place of others.
 *
 * @param changes on what stands between the quotes
 */
export function rewritten(
  document: Document,
  changes: readonly { readonly range: Range; readonly text: string }[],
): readonly WrittenString[] {
  const { toml, lines } = document;
  const byString = new Map<number, StringEdits>();
  for (const { range, text } of changes) {
    const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    const { block, start: base, nodes } = nodesAt(toml, start);
    const node = nodes.at(-1);
    if (!node || !('kind' in node) || node.kind !== 'string') continue;
    const map = stringMap(toml, { block, start: node.start, end: node.end });
    const known = byString.get(base + node.start) ?? { node, edits: [] };
    byString.set(base + node.start, known);
    known.edits.push({ from: map.valueAt(start), to: map.valueAt(end), text });
  }
  return [...byString].map(([start, { node, edits }]) => {
    const span = { start, end: start + node.end - node.start };
    const newText = quotedFor(toml, span, valueAfter(node.value, edits), node.quote);
    const range = lines.range(span.start, span.end);
    return { range, ...(newText !== undefined && { newText }) };
  });
}

function valueAfter(value: string, edits: StringEdits['edits']): string {
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), value);
}
