/** Edits that add, take away and move pairs, as a person would type them. */
import type { TextEdit } from 'vscode-languageserver';
import {
  nodesAt,
  type InlineTableNode,
  type PairNode,
  type Span,
} from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Section } from './sections.ts';

/** A pair, with where it stands in the text and the inline table that it is in. */
export interface PlacedPair extends Span {
  readonly pair: PairNode;
  /** Offset that the offsets in the pair count from. */
  readonly base: number;
  readonly table?: InlineTableNode;
}

/** The innermost pair at an offset. */
export function pairAt(document: Document, offset: number): PlacedPair | undefined {
  const { nodes, start: base } = nodesAt(document.toml, offset);
  const at = nodes.findLastIndex((node) => 'kind' in node && node.kind === 'pair');
  if (at < 0) return undefined;
  const pair = nodes[at] as PairNode;
  const outer = nodes[at - 1];
  const table = outer && 'kind' in outer && outer.kind === 'inline-table' ? outer : undefined;
  return { pair, base, start: base + pair.start, end: base + pair.end, ...(table && { table }) };
}

/** Puts a text in the place of a part of the file. */
export function replacing(document: Document, { start, end }: Span, newText: string): TextEdit {
  return { range: document.lines.range(start, end), newText };
}

/** Takes a pair away: with its lines, or with its comma in an inline table. */
export function removing(
  document: Document,
  { pair, base, start, end, table }: PlacedPair,
): TextEdit {
  const { text, lines } = document;
  if (!table) {
    const first = lines.offsetAt({ line: lines.positionAt(start).line, character: 0 });
    const next = lines.offsetAt({ line: lines.positionAt(end).line + 1, character: 0 });
    // A comment behind it stays, on a line of its own.
    const rest = text.slice(end, next).trimStart();
    return replacing(document, { start: first, end: rest === '' ? next : next - rest.length }, '');
  }
  const index = table.pairs.indexOf(pair);
  const following = table.pairs[index + 1];
  if (following) return replacing(document, { start, end: base + following.start }, '');
  const preceding = table.pairs[index - 1];
  return replacing(document, { start: preceding ? base + preceding.end : start, end }, '');
}

/** Adds a pair behind another of the same table. */
export function addingAfter(
  document: Document,
  { end, table }: PlacedPair,
  text: string,
): TextEdit {
  return replacing(document, { start: end, end }, table ? `, ${text}` : `\n${text}`);
}

/** Adds a pair at the end of what stands in braces. */
export function addingInside(
  document: Document,
  table: InlineTableNode,
  base: number,
  text: string,
): TextEdit {
  const last = table.pairs.at(-1);
  if (!last)
    return replacing(document, { start: base + table.start, end: base + table.end }, `{ ${text} }`);
  return replacing(document, { start: base + last.end, end: base + last.end }, `, ${text}`);
}

/** Adds a pair as the last of those right under a header, or as the first where it should be found easily. */
export function addingUnder(
  document: Document,
  { block, base }: Pick<Section, 'block' | 'base'>,
  text: string,
  where: 'first' | 'last',
): TextEdit {
  const last = where === 'last' ? block.pairs.at(-1) : undefined;
  const after = base + (last ?? block.header!).end;
  const line = document.lines.positionAt(after).line;
  const end = document.lines.endOf(line);
  return replacing(document, { start: end, end }, `\n${text}`);
}
