/** Edits that add, take away and move pairs, as a person would type them. */
import type { TextEdit } from 'vscode-languageserver';
import { lineBreakOf } from '../../komodo/format/index.ts';
import {
  pairAt as pairIn,
  removalOf,
  type InlineTableNode,
  type PlacedPair,
  type Span,
} from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Section } from './sections.ts';

/** The innermost pair at an offset. */
export function pairAt(document: Document, offset: number): PlacedPair | undefined {
  return pairIn(document.toml, offset);
}

/** Puts a text in the place of a part of the file, its lines ending as those of the file do. */
export function replacing(document: Document, { start, end }: Span, text: string): TextEdit {
  const isWindows = text.includes('\n') && lineBreakOf(document.text) === '\r\n';
  const newText = isWindows ? text.replace(/\r?\n/g, '\r\n') : text;
  return { range: document.lines.range(start, end), newText };
}

/** Takes a pair away: with its lines, or with its comma in an inline table. */
export function removing(document: Document, pair: PlacedPair): TextEdit {
  return replacing(document, removalOf(document.toml, pair), '');
}

/** Adds a pair behind another of the same table. */
export function addingAfter(
  document: Document,
  { end, table }: PlacedPair,
  text: string,
): TextEdit {
  if (table) return replacing(document, { start: end, end }, `, ${text}`);
  // A comment behind it stays with it.
  const lineEnd = document.lines.endOf(document.lines.positionAt(end).line);
  return replacing(document, { start: lineEnd, end: lineEnd }, `\n${text}`);
}

/** Adds a pair at the end of what stands in braces. */
export function addingInside(
  document: Document,
  table: InlineTableNode,
  base: number,
  text: string,
): TextEdit {
  const last = table.pairs.at(-1);
  if (!last) {
    // There may be a comment in it.
    const start = base + table.start;
    const blanks = /^\{[ \t]*/.exec(document.text.slice(start, base + table.end))![0].length;
    return replacing(document, { start, end: start + blanks }, `{ ${text} `);
  }
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
