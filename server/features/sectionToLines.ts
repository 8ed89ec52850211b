/** Names and values that were written as a table, as the lines of text that Core takes. */
import {
  quotedFor,
  type Block,
  type InlineTableNode,
  type PairNode,
  type ValueNode,
} from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Fix } from './fix.ts';
import { replacing } from './pairEdits.ts';
import { sectionsOf, type Section } from './sections.ts';

/** `NAME=value` for each pair of `{ … }`; undefined where a value cannot stand in a line as it is. */
export function linesOf(
  document: Document,
  base: number,
  { pairs }: InlineTableNode,
): string | undefined {
  const lines = pairs.map((pair) => lineOf(document, base, pair));
  return lines.includes(undefined) ? undefined : lines.map((line) => `${line}\n`).join('');
}

/** Puts what stands under `[stack.config.environment]` as a text under the header before it, comments included. */
export function sectionToLines(document: Document, block: Block): Fix | undefined {
  const path = block.header!.key.parts.map((part) => part.name);
  const above = sectionAbove(sectionsOf(document), block);
  const body = linesOfBlock(document, block);
  if (!above || body === undefined) return undefined;
  // As the last pair of the table above, it stands before the headers of the tables in that.
  const behind = above.base + endOf(above.block);
  const key = `\n${path.slice(above.path.length).join('.')} = `;
  const added = { start: behind, end: behind };
  const range = document.lines.range(behind, behind);
  const { toml } = document.edited([{ range, text: key }], 0);
  const place = { start: behind + key.length, end: behind + key.length };
  const value = quotedFor(toml, place, body);
  if (value === undefined) return undefined;
  const base = document.startOf(block);
  const section = {
    start: beforeBlankLines(document.text, base + block.header!.start),
    end: base + endOf(block),
  };
  const edits =
    section.start === behind
      ? [replacing(document, section, key + value)]
      : [replacing(document, added, key + value), replacing(document, section, '')];
  return { title: 'Write it as lines of text', edits };
}

/** The lines of a section as those of a text; comments are comments there too. */
function linesOfBlock(document: Document, block: Block): string | undefined {
  const { header, pairs, comments } = block;
  const base = document.startOf(block);
  const remarks = comments
    .filter(({ start }) => start > header!.end && start < endOf(block))
    .map(({ start, end }) => ({ start, line: document.text.slice(base + start, base + end) }));
  const values = pairs.map((pair) => ({ start: pair.start, line: lineOf(document, base, pair) }));
  if (values.some(({ line }) => line === undefined)) return undefined;
  return [...remarks, ...values]
    .toSorted((a, b) => a.start - b.start)
    .map(({ line }) => `${line}\n`)
    .join('');
}

function lineOf(document: Document, base: number, { key, value }: PairNode): string | undefined {
  const [name, ...more] = key.parts;
  if (!name || more.length > 0) return undefined;
  const text = plainText(document, base, value);
  return text !== undefined && canBeLine(text) ? `${name.name}=${text}` : undefined;
}

/** What a value says, as text. */
export function plainText(document: Document, base: number, value: ValueNode): string | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'boolean':
    case 'integer':
    case 'float':
      return document.text.slice(base + value.start, base + value.end);
    default:
      return undefined;
  }
}

/** Core cuts blanks at both ends of a line, and what follows ` #`. */
export function canBeLine(text: string): boolean {
  return text === text.trim() && !/[\n\r]| #/.test(text);
}

/** The section that a block's own stands right under. */
function sectionAbove(sections: readonly Section[], block: Block): Section | undefined {
  for (const section of sections) {
    if (section.sections.some((inner) => inner.block === block)) return section;
    const found = sectionAbove(section.sections, block);
    if (found) return found;
  }
  return undefined;
}

function endOf({ header, pairs }: Block): number {
  return Math.max(header!.end, pairs.at(-1)?.end ?? 0);
}

function beforeBlankLines(text: string, offset: number): number {
  let start = offset;
  while (/\s/.test(text.charAt(start - 1))) start--;
  return start;
}
