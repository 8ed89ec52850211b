import type { Position, SelectionRange } from 'vscode-languageserver';
import { nodesAt, type Node, type Span } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import { sectionsOf, type Section } from './sections.ts';

/** From a word over its value, pair, tables and sections out to the whole file. */
export function selectionRanges(
  document: Document,
  positions: readonly Position[],
): SelectionRange[] {
  const sections = sectionsOf(document);
  return positions.map((position) => {
    const offset = document.lines.offsetAt(position);
    const around = [
      { start: 0, end: document.text.length },
      ...sectionsAround(sections, offset),
      ...nodesAround(document, offset),
    ];
    return nested(document, around);
  });
}

const holds = (offset: number) => (span: Span) => span.start <= offset && offset <= span.end;

function sectionsAround(sections: readonly Section[], offset: number): Span[] {
  const section = sections.find(holds(offset));
  if (!section) return [];
  const { block, base } = section;
  const last = block.pairs.at(-1) ?? block.header!;
  const own = { start: section.start, end: base + last.end };
  return [section, own, ...sectionsAround(section.sections, offset)].filter(holds(offset));
}

/** What a header, pair or value is made of, down to the text between quotes. */
function nodesAround(document: Document, offset: number): Span[] {
  const { nodes, start: base } = nodesAt(document.toml, offset);
  return nodes
    .flatMap((node) => [node, ...contentsOf(node)])
    .map(({ start, end }) => ({ start: base + start, end: base + end }))
    .filter(holds(offset));
}

function contentsOf(node: Node): Span[] {
  if (!('quote' in node) || !('kind' in node) || node.open) return [];
  const quotes = node.quote.length;
  return [{ start: node.start + quotes, end: node.end - quotes }];
}

/** Ranges that lie one in another, as LSP wants them: the innermost first, each with the next larger one. */
function nested(document: Document, spans: readonly Span[]): SelectionRange {
  const bySize = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start));
  let result: SelectionRange | undefined;
  let around: Span | undefined;
  for (const span of bySize) {
    const same = around?.start === span.start && around.end === span.end;
    const inside = !around || (around.start <= span.start && span.end <= around.end);
    if (same || !inside) continue;
    result = {
      range: document.lines.range(span.start, span.end),
      ...(result && { parent: result }),
    };
    around = span;
  }
  return result!;
}
