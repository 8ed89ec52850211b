import type { Position, Range, SelectionRange } from 'vscode-languageserver';
import { nodesAt, type Node, type Span } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import { sectionsOf, type Section } from './sections.ts';

/**
 * From a word over its value, pair, tables and sections out to the whole file.
 *
 * @param inScripts for each position what TypeScript says of it, where it stands in a script
 */
export function selectionRanges(
  document: Document,
  positions: readonly Position[],
  inScripts: readonly (readonly Range[])[] = [],
): SelectionRange[] {
  const sections = document.script ? [] : sectionsOf(document);
  return positions.map((position, index) => {
    const offset = document.lines.offsetAt(position);
    const inScript = (inScripts[index] ?? []).map((range) => spanOf(document, range));
    const around = [
      { start: 0, end: document.text.length },
      ...sectionsAround(sections, offset),
      ...(document.script ? [] : nodesAround(document, offset)),
      // TypeScript knows better what a line of a script is made of.
      ...(inScript.length > 0 ? inScript : partsAround(document, offset)),
    ];
    return nested(document, around);
  });
}

function spanOf({ lines }: Document, { start, end }: Range): Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
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

/** Within a text its line, and what stands between commas there: an item of a pattern. */
function partsAround({ text, toml }: Document, offset: number): Span[] {
  const { nodes, start: base } = nodesAt(toml, offset);
  const content = nodes.flatMap(contentsOf)[0];
  if (!content) return [];
  const lineStart = Math.max(base + content.start, text.lastIndexOf('\n', offset - 1) + 1);
  const lineBreak = text.indexOf('\n', offset);
  const end = base + content.end;
  const line = text.slice(lineStart, lineBreak < 0 ? end : Math.min(end, lineBreak));
  const at = offset - lineStart;
  const comma = line.indexOf(',', at);
  const to = comma < 0 ? line.length : comma;
  return [trimmed(line, 0, line.length), trimmed(line, line.lastIndexOf(',', at - 1) + 1, to)]
    .map((part) => ({ start: lineStart + part.start, end: lineStart + part.end }))
    .filter(holds(offset));
}

function trimmed(text: string, from: number, to: number): Span {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  return { start, end: Math.max(start, from + part.trimEnd().length) };
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
