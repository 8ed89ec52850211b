/** What stands at an offset of a file, and what it means to Komodo. Works on broken and half-typed text too. */
import { itemMeaning, under, type Meaning } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type {
  ArrayNode,
  Block,
  HeaderNode,
  InlineTableNode,
  Key,
  PairNode,
  Span,
  ValueNode,
} from '../../komodo/toml/index.ts';
import type { Document } from './document.ts';
import { blockMeaning } from './meaning.ts';

/** In a header, on the part of its name with this number. */
export interface HeaderCursor {
  readonly at: 'header';
  readonly header: HeaderNode;
  readonly part: number;
}
/** On a part of a key, or where a key can be typed. */
export interface KeyCursor {
  readonly at: 'key';
  /** What has the key: for `b` in `a.b` that is what `a` means. */
  readonly table: Meaning;
  /** The pair, unless nothing is typed yet. */
  readonly pair?: PairNode;
  readonly part: number;
  /** In an inline table, where a comma goes between pairs. */
  readonly inline: boolean;
}
/** On a value, or where one can be typed. */
export interface ValueCursor {
  readonly at: 'value';
  readonly meaning: Meaning;
  /** The value, unless nothing is typed yet. */
  readonly node?: ValueNode;
  readonly inArray: boolean;
  /** The other texts in the array. */
  readonly siblings?: readonly string[];
  /** The last part of the key that it, or the array it is in, is the value of. */
  readonly key?: string;
  /** The pair it is the value of, and what has its key; none for an item of an array. */
  readonly holder?: Pick<KeyCursor, 'table' | 'inline'> & { readonly pair: PairNode };
}
export type Cursor = (HeaderCursor | KeyCursor | ValueCursor) & {
  readonly block: Block;
  /** Offset of the block: offsets of nodes count from it. */
  readonly base: number;
  /** What stands there and is to be replaced when something is put in its place, as offsets in the text. */
  readonly span: Span;
};

/** Undefined in a comment, and where nothing can stand. */
export function cursorAt(document: Document, schema: Schema, offset: number): Cursor | undefined {
  const block = document.blockAt(offset);
  const base = document.startOf(block);
  return new Finder(document, schema, block, base, offset - base).find();
}

/** All offsets in here count from the block. */
class Finder {
  readonly #document: Document;
  readonly #schema: Schema;
  readonly #block: Block;
  readonly #base: number;
  readonly #at: number;

  constructor(document: Document, schema: Schema, block: Block, base: number, at: number) {
    this.#document = document;
    this.#schema = schema;
    this.#block = block;
    this.#base = base;
    this.#at = at;
  }

  find(): Cursor | undefined {
    const { header, pairs, comments } = this.#block;
    if (comments.some(({ start, end }) => start < this.#at && this.#at <= end)) return undefined;
    if (header && this.#isIn(header, header.closed)) return this.#inHeader(header);
    const table = blockMeaning(this.#schema, this.#document, this.#block);
    const pair = pairs.findLast(({ start }) => start <= this.#at);
    if (pair && this.#reaches(pair)) return this.#inPair(pair, table, false);
    return this.#blankSince('\n') ? this.#newKey(table, false) : undefined;
  }

  /** Inside of brackets; behind them too while they are not closed. */
  #isIn({ start, end }: Span, closed: boolean): boolean {
    return start < this.#at && (this.#at < end || (this.#at === end && !closed));
  }

  /** Whether the cursor stands in a pair, or behind one that is not finished. */
  #reaches(pair: PairNode): boolean {
    if (this.#at <= pair.end) return true;
    const between = this.#text(pair.end, this.#at);
    const last = innermostLast(pair.value);
    if (last.kind === 'missing') return /^[ \t]*$/.test(between);
    return isOpen(last) && /^[\s,]*$/.test(between);
  }

  #inHeader(header: HeaderNode): Cursor {
    const part = this.#partOf(header.key);
    return this.#cursor({ at: 'header', header, part }, this.#wordSpan(header.key.parts[part]));
  }

  /** Number of the part that the cursor is in, or that begins behind the dot before it. */
  #partOf({ parts }: Key): number {
    const last = Math.max(
      0,
      parts.findLastIndex(({ start }) => start <= this.#at),
    );
    const end = parts[last]?.end ?? this.#at;
    return this.#at > end && this.#text(end, this.#at).includes('.') ? last + 1 : last;
  }

  #inPair(pair: PairNode, table: Meaning, inline: boolean): Cursor | undefined {
    if (pair.equals === undefined || this.#at <= pair.key.end)
      return this.#inKey(pair, table, inline);
    if (this.#at <= pair.equals) return undefined;
    const { length } = pair.key.parts;
    const value = this.#inValue(pair.value, this.#meaningAt(table, pair.key, length), false);
    if (value?.at !== 'value') return value;
    const key = value.key ?? pair.key.parts.at(-1)?.name;
    if (value.inArray || value.holder) return { ...value, ...(key !== undefined && { key }) };
    return {
      ...value,
      ...(key !== undefined && { key }),
      holder: { pair, inline, table: this.#meaningAt(table, pair.key, length - 1) },
    };
  }

  #inKey(pair: PairNode, table: Meaning, inline: boolean): Cursor {
    const part = this.#partOf(pair.key);
    const owner = this.#meaningAt(table, pair.key, part);
    const span = this.#wordSpan(pair.key.parts[part]);
    return this.#cursor({ at: 'key', table: owner, pair, part, inline }, span);
  }

  /** What the first parts of a key mean. */
  #meaningAt(table: Meaning, key: Key, parts: number): Meaning {
    return key.parts
      .slice(0, parts)
      .reduce((meaning, { name }) => under(this.#schema, meaning, name), table);
  }

  #inValue(node: ValueNode, meaning: Meaning, inArray: boolean): Cursor | undefined {
    if (node.kind === 'array') return this.#inArray(node, meaning, inArray);
    if (node.kind === 'inline-table') return this.#inTable(node, meaning, inArray);
    if (node.kind !== 'missing' && this.#at < node.start) return this.#newValue(meaning, inArray);
    return this.#cursor(
      { at: 'value', meaning, node, inArray },
      node.kind === 'missing' ? this.#here : node,
    );
  }

  #inArray(array: ArrayNode, meaning: Meaning, inArray: boolean): Cursor | undefined {
    if (this.#at <= array.start) return this.#newValue(meaning, inArray);
    if (this.#at >= array.end && !array.open) return undefined;
    const index = array.items.findLastIndex(({ start }) => start <= this.#at);
    const item = array.items[index];
    const datum = meaning.datum?.kind === 'array' ? meaning.datum.items[index] : undefined;
    if (
      item &&
      (this.#at <= item.end || (isOpen(innermostLast(item)) && this.#blankFrom(item.end)))
    ) {
      // Right behind a closed table nothing can stand but a comma.
      if (item.kind === 'inline-table' && !item.open && this.#at === item.end) return undefined;
      const found = this.#inValue(item, itemMeaning(meaning, datum) ?? {}, true);
      return withSiblings(found, array, item);
    }
    return withSiblings(this.#newValue(itemMeaning(meaning) ?? {}, true), array);
  }

  #inTable(table: InlineTableNode, meaning: Meaning, inArray: boolean): Cursor | undefined {
    if (this.#at <= table.start) return this.#newValue(meaning, inArray);
    if (this.#at >= table.end && !table.open) return undefined;
    const pair = table.pairs.findLast(({ start }) => start <= this.#at);
    if (pair && this.#reaches(pair)) return this.#inPair(pair, meaning, true);
    return this.#newKey(meaning, true);
  }

  #newKey(table: Meaning, inline: boolean): Cursor {
    return this.#cursor({ at: 'key', table, part: 0, inline }, this.#here);
  }

  #newValue(meaning: Meaning, inArray: boolean): Cursor {
    return this.#cursor({ at: 'value', meaning, inArray }, this.#here);
  }

  #cursor(found: HeaderCursor | KeyCursor | ValueCursor, { start, end }: Span): Cursor {
    const span = { start: this.#base + start, end: this.#base + end };
    return { ...found, block: this.#block, base: this.#base, span };
  }

  get #here(): Span {
    return { start: this.#at, end: this.#at };
  }

  /** A part of a key, unless the cursor does not touch it. */
  #wordSpan(part: Span | undefined): Span {
    return part && part.start <= this.#at && this.#at <= part.end ? part : this.#here;
  }

  /** Whether nothing but blanks stands between the last such sign and the cursor. */
  #blankSince(sign: string): boolean {
    const before = this.#text(0, this.#at);
    return before.slice(before.lastIndexOf(sign) + 1).trim() === '';
  }

  #blankFrom(start: number): boolean {
    return this.#text(start, this.#at).trim() === '';
  }

  #text(start: number, end: number): string {
    return this.#document.text.slice(this.#base + start, this.#base + end);
  }
}

/** A value that stands right in an array, with the other texts that do. */
function withSiblings(
  found: Cursor | undefined,
  { items }: ArrayNode,
  own?: ValueNode,
): Cursor | undefined {
  if (found?.at !== 'value' || found.holder || found.siblings) return found;
  const others = items.filter((item) => item !== own);
  const siblings = others.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  return { ...found, siblings };
}

/** The last value in a value: where somebody who has not finished goes on. */
function innermostLast(value: ValueNode): ValueNode {
  const last = value.kind === 'array' ? value.items.at(-1) : undefined;
  const inner = value.kind === 'inline-table' ? value.pairs.at(-1)?.value : last;
  const open = (value.kind === 'array' || value.kind === 'inline-table') && value.open;
  return inner && open && isUnfinished(inner) ? innermostLast(inner) : value;
}

function isUnfinished(value: ValueNode): boolean {
  return value.kind === 'missing' || isOpen(value);
}

function isOpen(value: ValueNode): boolean {
  return 'open' in value && value.open === true;
}
