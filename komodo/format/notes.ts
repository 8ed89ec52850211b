/** Comments, each with what it stands beside: what is moved or written anew takes its comments along. */
import type {
  Block,
  Datum,
  Entry,
  PairNode,
  Place,
  Span,
  TomlDocument,
  ValueNode,
} from '../toml/index.ts';

/** The comments of a header, a pair, or a value in brackets or braces; as they are written, from `#` on. */
export interface Note {
  /** On the lines before it. Before a header, {@link GAP} stands for empty lines. */
  readonly before: readonly string[];
  /** On the line that it ends on. */
  readonly behind: readonly string[];
  /** Behind the last thing that it holds. */
  readonly atEnd: readonly string[];
}
type OpenNote = { [Part in keyof Note]: string[] };

export const GAP = '';

export const none: Note = { before: [], behind: [], atEnd: [] };

/** Offsets in the text. */
interface Extent extends Span {
  /** Of the comments before a header, those are left out that an empty line parts from it. */
  readonly nearStart: number;
}
interface PlacedComment {
  readonly text: string;
  readonly start: number;
}

/** Something that comments stand beside. */
interface Owner extends Span {
  readonly note: OpenNote;
  readonly inside?: Inside;
}
/** A block, an array or an inline table. */
interface Inside {
  readonly start: number;
  readonly note: OpenNote;
  readonly owners: readonly Owner[];
}

/** The comments of a document. */
export class Notes {
  /** What the pairs before the first header stand in. */
  readonly root: Note;
  /** Those at the end of the document, behind an empty line; like those before a header. */
  readonly end: readonly string[];
  readonly #document: TomlDocument;
  readonly #notes = new Map<Block, Map<number, OpenNote>>();
  readonly #extents = new Map<Block, Extent>();

  constructor(document: TomlDocument) {
    this.#document = document;
    const root: OpenNote = { before: [], behind: [], atEnd: [] };
    this.root = root;
    let before: PlacedComment[] = [];
    document.blocks.forEach((block, index) => {
      const { header } = block;
      const note = header ? this.#noteAt(block, header.start) : root;
      note.before.push(...before.map(({ text }) => text));
      const start = document.starts[index]! + (header?.start ?? 0);
      const touching = before.findLastIndex(({ text }) => text === GAP) + 1;
      const { end, after } = this.#readBlock(index, note);
      this.#extents.set(block, {
        start: before[0]?.start ?? start,
        nearStart: before[touching]?.start ?? start,
        end,
      });
      before = after;
    });
    this.end = before.map(({ text }) => text);
  }

  /** Where a block begins and ends with the comments that belong to it. */
  extentOf(block: Block): Extent {
    return this.#extents.get(block)!;
  }

  /** The comments of an entry: at its pair, or at the header of its table; those of `[[headers]]` are their own. */
  ofEntry({ key, value }: Entry): Note {
    if (value.kind === 'array' && value.ofTables) return none;
    return value.kind === 'table' && value.form === 'header' ? this.at(value.place) : this.at(key);
  }

  /** The comments of a pair, by the last part of its key; of a header; of an item, or a value that holds others. */
  at({ block, start }: Place): Note {
    return this.#notes.get(block)?.get(start) ?? none;
  }

  /** All comments in a value, for where it is to stand without lines of its own. */
  in(datum: Datum): readonly string[] {
    if (datum.kind === 'scalar') return [];
    const { atEnd } = datum.kind === 'table' || !datum.ofTables ? this.at(datum.place) : none;
    if (datum.kind === 'array') return [...datum.items.flatMap((item) => this.of(item)), ...atEnd];
    const entries = [...datum.entries.values()].flatMap((entry) => {
      const { before, behind } = this.ofEntry(entry);
      return [...before, ...behind, ...this.in(entry.value)];
    });
    return [...entries, ...atEnd].filter((comment) => comment !== GAP);
  }

  /** All comments of an item of an array, be it under a header or not. */
  of(item: Datum): readonly string[] {
    const { before, behind } = this.at(item.place);
    return [...before, ...behind, ...this.in(item)].filter((comment) => comment !== GAP);
  }

  /** Notes the comments of a block; those that belong to what follows it are handed on. */
  #readBlock(index: number, note: OpenNote): { end: number; after: PlacedComment[] } {
    const { text, blocks, starts } = this.#document;
    const { header, pairs, comments, length } = blocks[index]!;
    const base = starts[index]!;
    const textOf = ({ start, end }: Span) => text.slice(base + start, base + end);
    const breaks: CountBreaks = (start, end) => textOf({ start, end }).split('\n').length - 1;
    const owners = pairs.map((pair) => this.#ownerOfPair(blocks[index]!, pair));
    if (header) owners.unshift({ start: header.start, end: header.end, note });

    const last = owners.at(-1);
    const within = comments.filter(
      ({ start }) => last && (start < last.end || breaks(last.end, start) === 0),
    );
    for (const comment of within) {
      attach({ start: 0, note, owners }, comment, textOf(comment).trimEnd(), breaks);
    }
    const own = Math.max(last?.end ?? 0, within.at(-1)?.end ?? 0);
    const after: PlacedComment[] = [];
    let end = own;
    for (const comment of comments.slice(within.length)) {
      if (end > 0 && breaks(end, comment.start) > 1) after.push({ text: GAP, start: base + end });
      after.push({ text: textOf(comment).trimEnd(), start: base + comment.start });
      end = comment.end;
    }
    const isLast = index === blocks.length - 1;
    if (after.length > 0 && (isLast || breaks(end, length) > 1)) {
      after.push({ text: GAP, start: base + end });
    }
    const gap = after.findIndex((comment) => comment.text === GAP);
    if (!last || gap <= 0) return { end: base + own, after: after.slice(last ? gap + 1 : 0) };
    note.atEnd.push(...after.slice(0, gap).map((comment) => comment.text));
    return { end: after[gap]!.start, after: after.slice(gap + 1) };
  }

  #ownerOfPair(block: Block, { key, start, end, value }: PairNode): Owner {
    const note = this.#noteAt(block, key.parts.at(-1)!.start);
    const { inside } = this.#ownerOfValue(block, value);
    return { start, end, note, ...(inside && { inside }) };
  }

  #ownerOfValue(block: Block, value: ValueNode): Owner {
    const { start, end } = value;
    const note = this.#noteAt(block, start);
    if (value.kind === 'array') {
      const owners = value.items.map((item) => this.#ownerOfValue(block, item));
      return { start, end, note, inside: { start, note, owners } };
    }
    if (value.kind === 'inline-table') {
      const owners = value.pairs.map((pair) => this.#ownerOfPair(block, pair));
      return { start, end, note, inside: { start, note, owners } };
    }
    return { start, end, note };
  }

  #noteAt(block: Block, start: number): OpenNote {
    const ofBlock = this.#notes.get(block) ?? new Map<number, OpenNote>();
    this.#notes.set(block, ofBlock);
    const note = ofBlock.get(start) ?? { before: [], behind: [], atEnd: [] };
    ofBlock.set(start, note);
    return note;
  }
}

/** How many line breaks stand between two offsets of the block. */
type CountBreaks = (start: number, end: number) => number;

/** Finds what a comment stands beside. */
function attach(inside: Inside, comment: Span, text: string, breaks: CountBreaks): void {
  const { owners, note } = inside;
  const index = owners.findLastIndex(({ start }) => start <= comment.start);
  const previous = owners[index];
  if (previous && comment.start < previous.end) {
    if (previous.inside && previous.inside.start < comment.start) {
      attach(previous.inside, comment, text, breaks);
    } else {
      // Between a key and its value.
      previous.note.before.push(text);
    }
  } else if (previous && breaks(previous.end, comment.start) === 0) {
    previous.note.behind.push(text);
  } else (owners[index + 1]?.note.before ?? note.atEnd).push(text);
}
