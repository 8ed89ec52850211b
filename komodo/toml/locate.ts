import type {
  Block,
  HeaderNode,
  Key,
  KeyPart,
  PairNode,
  Place,
  Span,
  TomlDocument,
  ValueNode,
} from './tree.ts';

/** Index of the block that an offset stands in: at the border of two the later one. */
export function indexAt(document: TomlDocument, offset: number): number {
  const { starts } = document;
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** By block, where it stood among those of the document that was looked at last: most edits leave it there. */
const lastIndex = new WeakMap<Block, number>();

/** Takes note where a block stands that was just read. */
export function noteIndex(block: Block, index: number): void {
  lastIndex.set(block, index);
}

/** Where a block of the document begins; undefined if it is none of its blocks. */
export function startOf(document: TomlDocument, block: Block): number | undefined {
  const index = lastIndex.get(block);
  if (index !== undefined && document.blocks[index] === block) return document.starts[index];
  return startsOf(document).get(block);
}

const allStarts = new WeakMap<TomlDocument, ReadonlyMap<Block, number>>();

function startsOf(document: TomlDocument): ReadonlyMap<Block, number> {
  let starts = allStarts.get(document);
  if (starts === undefined) {
    starts = new Map(document.blocks.map((each, index) => [each, document.starts[index]!]));
    document.blocks.forEach(noteIndex);
    allStarts.set(document, starts);
  }
  return starts;
}

/** A place in offsets of the document's text. */
export function spanOf(document: TomlDocument, { block, start, end }: Place): Span {
  const base = startOf(document, block) ?? 0;
  return { start: base + start, end: base + end };
}

export type Node = HeaderNode | PairNode | Key | KeyPart | ValueNode;

/** What stands at an offset of a document. */
export interface Path {
  readonly block: Block;
  /** Offset at which the block begins; the nodes' offsets count from there. */
  readonly start: number;
  /** From the outermost to the innermost; none between the lines that mean something. */
  readonly nodes: readonly Node[];
}

/**
 * The nodes that an offset stands in or at the end of. Between two that touch, the later one counts, as for a cursor
 * that stands before a character.
 */
export function nodesAt(document: TomlDocument, offset: number): Path {
  const index = indexAt(document, offset);
  const block = document.blocks[index]!;
  const start = document.starts[index]!;
  const nodes: Node[] = [];
  let inner: Node | undefined = among(headerAndPairs(block), offset - start);
  while (inner !== undefined) {
    nodes.push(inner);
    inner = among(childrenOf(inner), offset - start);
  }
  return { block, start, nodes };
}

/** All nodes of a block, outer ones first, in the order of the text. */
export function nodesIn(block: Block): readonly Node[] {
  const all: Node[] = [];
  const waiting = headerAndPairs(block).toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    all.push(node);
    waiting.push(...childrenOf(node).toReversed());
  }
  return all;
}

function headerAndPairs({ header, pairs }: Block): readonly Node[] {
  return header === undefined ? pairs : [header, ...pairs];
}

function childrenOf(node: Node): readonly Node[] {
  if ('parts' in node) return node.parts;
  if (!('kind' in node)) return [];
  if ('key' in node) return node.kind === 'pair' ? [node.key, node.value] : [node.key];
  if (node.kind === 'array') return node.items;
  return node.kind === 'inline-table' ? node.pairs : [];
}

/** The last of `nodes`, which stand in the order of the text, that holds or touches `offset`. */
function among(nodes: readonly Node[], offset: number): Node | undefined {
  const found = nodes.findLast(({ start }) => start <= offset);
  return found !== undefined && offset <= found.end ? found : undefined;
}
