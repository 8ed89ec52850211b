import { nodesAt } from './locate.ts';
import type { InlineTableNode, PairNode, Span, TomlDocument } from './tree.ts';

/** A pair, with where it stands in the text and the inline table that it is in. */
export interface PlacedPair extends Span {
  readonly pair: PairNode;
  /** Offset that the offsets in the pair count from. */
  readonly base: number;
  readonly table?: InlineTableNode;
}

/** The innermost pair at an offset. */
export function pairAt(document: TomlDocument, offset: number): PlacedPair | undefined {
  const { nodes, start: base } = nodesAt(document, offset);
  const at = nodes.findLastIndex((node) => 'kind' in node && node.kind === 'pair');
  if (at < 0) return undefined;
  const pair = nodes[at] as PairNode;
  const outer = nodes[at - 1];
  const table = outer && 'kind' in outer && outer.kind === 'inline-table' ? outer : undefined;
  return { pair, base, start: base + pair.start, end: base + pair.end, ...(table && { table }) };
}

/**
 * What has to go so that a pair is gone, in offsets of the text: its lines, or in an inline table the pair and its comma.
 * A comment behind it stays, on a line of its own.
 */
export function removalOf(
  { text }: TomlDocument,
  { pair, base, start, end, table }: PlacedPair,
): Span {
  if (!table) {
    const next = afterLine(text, end);
    const rest = text.slice(end, next).trimStart();
    return {
      start: text.lastIndexOf('\n', start - 1) + 1,
      end: rest === '' ? next : next - rest.length,
    };
  }
  const index = table.pairs.indexOf(pair);
  const following = table.pairs[index + 1];
  if (following) return { start, end: base + following.start };
  const preceding = table.pairs[index - 1];
  return { start: preceding ? base + preceding.end : start, end };
}

/**
 * What has to go so that an item is gone from the innermost array at an offset: the item and its comma. A comment
 * behind it stays. Undefined where no item of an array is.
 */
export function itemRemovalAt(document: TomlDocument, offset: number): Span | undefined {
  const { nodes, start: base } = nodesAt(document, offset);
  const at = nodes.findLastIndex((node) => 'items' in node);
  const array = nodes[at];
  const item = nodes[at + 1];
  if (!array || !('items' in array) || !item) return undefined;
  const index = array.items.findIndex(({ start }) => start === item.start);
  const [preceding, following] = [array.items[index - 1], array.items[index + 1]];
  const [start, end] = [base + item.start, base + item.end];
  if (following && isBlank(document.text.slice(end, base + following.start)))
    return { start, end: base + following.start };
  if (preceding && !following && isBlank(document.text.slice(base + preceding.end, start)))
    return { start: base + preceding.end, end };
  const { text } = document;
  const comma = /^\s*,[ \t]*/.exec(text.slice(end, base + array.end));
  const alone = { start, end: end + (comma?.[0].length ?? 0) };
  const inside = { start: base + array.start + 1, end: base + array.end - 1 };
  const isOnly = isBlank(text.slice(inside.start, start)) && isBlank(text.slice(end, inside.end));
  return isOnly && !array.open ? inside : lineOf(text, alone);
}

/** The whole line where nothing else stands on it. */
function lineOf(text: string, span: Span): Span {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = afterLine(text, span.end);
  const isWhole = isBlank(text.slice(start, span.start)) && isBlank(text.slice(span.end, end));
  return isWhole ? { start, end } : span;
}

/** Whether nothing stands between two items but what parts them. */
function isBlank(between: string): boolean {
  return /^[\s,]*$/.test(between);
}

function afterLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
