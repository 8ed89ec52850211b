/** The commas that TOML wants around what is completed between brackets and braces. */
import type { CompletionItem, Position, TextEdit } from 'vscode-languageserver';
import {
  nodesAt,
  type ArrayNode,
  type InlineTableNode,
  type Node,
  type Span,
} from '../../komodo/toml/index.ts';
import type { Cursor } from '../workspace/cursor.ts';
import type { Document } from '../workspace/document.ts';

/**
 * Items for a list or a table in braces that bring along what is missing around them: a comma behind what stands before,
 * and one before what stands behind.
 */
export function withCommas(
  document: Document,
  cursor: Cursor,
  items: CompletionItem[],
): CompletionItem[] {
  const span = { start: cursor.span.start - cursor.base, end: cursor.span.end - cursor.base };
  const list = listAround(document, cursor);
  if (!list || items.length === 0) return items;
  const members: readonly Span[] = list.kind === 'array' ? list.items : list.pairs;
  const own = members.find(({ start, end }) => start <= span.start && span.end <= end);
  const { start, end } = own ?? span;
  const before = members.findLast((member) => member !== own && member.end <= start);
  const behind = members.find((member) => member !== own && member.start >= end);
  const isBlank = (from: number, to: number) => isBlankIn(document, cursor, from, to);
  const comma = before && isBlank(before.end, start) && commaAt(document, cursor, before.end);
  // Where more of the own member stands behind the cursor, that ends it.
  const isLast = !behind || span.end < end || !isBlank(end, behind.start);
  if (!comma && isLast) return items;
  const gap = behind?.start === end ? ', ' : ',';
  const place = document.lines.positionAt(cursor.span.start);
  return items.map((item) => {
    // A Variable within a text is no member.
    if (!isAt(place, item)) return item;
    return {
      ...item,
      ...(!isLast && endsItself(item) && { textEdit: followedBy(gap, item) }),
      ...(comma && { additionalTextEdits: [comma] }),
    };
  });
}

function isAt({ line, character }: Position, { textEdit }: CompletionItem): boolean {
  if (!textEdit || !('range' in textEdit)) return false;
  const { start } = textEdit.range;
  return start.line === line && start.character === character;
}

/** The innermost list or table in braces that the cursor stands in. */
function listAround(
  { toml }: Document,
  { base, span }: Cursor,
): ArrayNode | InlineTableNode | undefined {
  const isIn = (node: Node): node is ArrayNode | InlineTableNode =>
    'kind' in node &&
    (node.kind === 'array' || node.kind === 'inline-table') &&
    base + node.start < span.start;
  return nodesAt(toml, span.start).nodes.findLast(isIn);
}

/** Whether nothing stands there but blanks and comments. Offsets count from the block. */
function isBlankIn(document: Document, { base, block }: Cursor, from: number, to: number): boolean {
  let text = document.text.slice(base + from, base + to);
  for (const { start, end } of block.comments.toReversed()) {
    if (start >= from && end <= to) text = text.slice(0, start - from) + text.slice(end - from);
  }
  return text.trim() === '';
}

function commaAt(document: Document, { base }: Cursor, offset: number): TextEdit {
  return { range: document.lines.range(base + offset, base + offset), newText: ',' };
}

/** Whether it is a member of its own: not one that ends with a comma, nor a key that goes on behind a dot. */
function endsItself({ textEdit }: CompletionItem): boolean {
  return textEdit !== undefined && !/[.,]$/.test(textEdit.newText);
}

function followedBy(gap: string, { textEdit }: CompletionItem): CompletionItem['textEdit'] {
  return textEdit && { ...textEdit, newText: textEdit.newText + gap };
}
