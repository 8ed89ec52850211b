import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { ValueNode } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import { sectionsOf, type Section } from './sections.ts';

/** Sections, values over many lines, and runs of comment lines. `# region` is left to the editor. */
export function foldingRanges(document: Document): FoldingRange[] {
  const lineOf = (offset: number) => document.lines.positionAt(offset).line;
  const ranges: FoldingRange[] = [];
  const folded = new Set<number>();
  const fold = (startLine: number, endLine: number, kind?: FoldingRangeKind): void => {
    // Of two that begin on one line, an editor can fold but one: the outer.
    if (endLine <= startLine || folded.has(startLine)) return;
    folded.add(startLine);
    ranges.push({ startLine, endLine, ...(kind && { kind }) });
  };
  const foldSection = ({ start, end, sections }: Section): void => {
    fold(lineOf(start), lineOf(end));
    sections.forEach(foldSection);
  };
  const foldValue = (value: ValueNode, base: number): void => {
    // The line with the closing bracket or quotes stays in sight.
    fold(lineOf(base + value.start), lineOf(base + value.end) - 1);
    for (const inner of valuesIn(value)) foldValue(inner, base);
  };

  sectionsOf(document).forEach(foldSection);
  document.toml.blocks.forEach(({ pairs, comments }, index) => {
    const base = document.toml.starts[index]!;
    for (const { value } of pairs) foldValue(value, base);
    const own = comments
      .map(({ start }) => base + start)
      .filter((at) => aloneOnItsLine(document, at));
    for (const [first, last] of runs(own.map(lineOf))) fold(first, last, FoldingRangeKind.Comment);
  });
  return ranges;
}

function valuesIn(value: ValueNode): readonly ValueNode[] {
  if (value.kind === 'array') return value.items;
  return value.kind === 'inline-table' ? value.pairs.map((pair) => pair.value) : [];
}

function aloneOnItsLine({ text, lines }: Document, offset: number): boolean {
  const start = lines.offsetAt({ ...lines.positionAt(offset), character: 0 });
  return text.slice(start, offset).trim() === '';
}

/** First and last of each run of numbers that follow one another. */
function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const run = found.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else found.push([number, number]);
  }
  return found;
}
