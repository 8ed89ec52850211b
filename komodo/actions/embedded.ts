/**
 * The script of an Action as it stands in a string of a TOML file, and the way from one to the other. What Core reads is
 * the string's value; all offsets count UTF-16 code units, those of the source from the start of the file.
 */
import {
  differing,
  edit,
  isInsideFence,
  nodesAt,
  quotedAs,
  quotedFor,
  spanOf,
  stringMap,
  turnsFences,
  type Block,
  type Place,
  type Span,
  type StringMap,
  type StringNode,
  type TomlDocument,
} from '../toml/index.ts';

/** A text to be put in the place of a span: of the script, or of the file. */
export interface TextChange extends Span {
  readonly text: string;
}

export class EmbeddedScript {
  /** What Core reads: the string without its quotes, its escapes resolved. */
  readonly text: string;
  /** The string with its quotes. */
  readonly string: Span;
  /** What stands between the quotes; a line break right behind the opening ones is none of it. */
  readonly content: Span;
  readonly #document: TomlDocument;
  readonly #node: StringNode;
  readonly #map: StringMap;
  readonly #problems: number;

  private constructor(document: TomlDocument, place: Place, found: FoundString) {
    const { node } = found;
    this.#document = document;
    this.#node = node;
    this.#problems = problemsIn(found);
    this.#map = stringMap(document, place);
    this.text = node.value;
    this.string = spanOf(document, place);
    const { start } = this.#map.sourceOf({ start: 0, end: 0 });
    const end = this.string.end - (node.open ? 0 : node.quote.length);
    this.content = { start: Math.min(start, Math.max(end, this.string.start)), end };
  }

  /** The script in the string at `place`, that of its node; undefined if no string stands there. */
  static at(document: TomlDocument, place: Place): EmbeddedScript | undefined {
    const { start } = spanOf(document, place);
    const found = stringAt(document, start);
    return found && new EmbeddedScript(document, place, found);
  }

  /** The offset in the script for one in the file; undefined outside of the script. Inside of an escape it is its start. */
  offsetAt(source: number): number | undefined {
    if (source < this.content.start || source > this.content.end) return undefined;
    return this.#map.valueAt(source);
  }

  /** Where a part of the script stands in the file; an escape belongs to it as a whole. */
  sourceOf(part: Span): Span {
    const { start, end } = this.content;
    const within = (offset: number) => Math.min(Math.max(offset, start), end);
    const source = this.#map.sourceOf(part);
    return { start: within(source.start), end: within(source.end) };
  }

  /**
   * The changes of the file that change the script: written in the string's own notation where it can hold the new text,
   * else as one change of the whole string. They are tried: undefined where Core would not read just the changed script.
   *
   * @param changes of the script; no two of them overlap
   */
  changed(changes: readonly TextChange[]): readonly TextChange[] | undefined {
    const inOrder = changes
      .map((change) => ({ ...change, text: this.#withLineBreaks(change.text) }))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    if (inOrder.some(({ start, end }) => start < 0 || end < start || end > this.text.length)) {
      return undefined;
    }
    const script = applied(this.text, inOrder, 0);
    return this.#inPlace(inOrder, script) ?? this.#anew(script);
  }

  /** The changes of the file that make the script another one, as few as two equal ends leave; see {@link changed}. */
  rewritten(script: string): readonly TextChange[] | undefined {
    const wanted = this.#withLineBreaks(script);
    if (wanted === this.text) return [];
    const { start, endBefore, endAfter } = differing(this.text, wanted);
    return this.changed([{ start, end: endBefore, text: wanted.slice(start, endAfter) }]);
  }

  /** Lines of a string of several lines end as those of the file do. */
  #withLineBreaks(text: string): string {
    if (this.#node.quote.length === 1) return text;
    return text.replace(/\r?\n/g, this.#eol);
  }

  get #eol(): '\r\n' | '\n' {
    return this.#document.text.includes('\r\n') ? '\r\n' : '\n';
  }

  #inPlace(changes: readonly TextChange[], script: string): readonly TextChange[] | undefined {
    const made = changes.map(({ start, end, text }) => {
      const written = this.#contentFor(text);
      return written === undefined
        ? undefined
        : { ...this.sourceOf({ start, end }), text: written };
    });
    if (!made.every((change) => change !== undefined)) return undefined;
    return this.#isRead(made, script) ? made : undefined;
  }

  /** A text as it stands between the quotes. */
  #contentFor(text: string): string | undefined {
    const { quote } = this.#node;
    const insideFence = isInsideFence(this.#document, this.string.start);
    // Quotes at the end of a part need not be escaped for what may follow them.
    const written = quotedAs(quote, text, { insideFence, eol: this.#eol });
    if (written === undefined) return undefined;
    const opening = quote.length === 3 && text.includes(this.#eol) ? this.#eol.length : 0;
    return written.slice(quote.length + opening, -quote.length);
  }

  #anew(script: string): readonly TextChange[] | undefined {
    const written = quotedFor(this.#document, this.string, script, this.#node.quote);
    const change = written === undefined ? [] : [{ ...this.string, text: written }];
    return this.#isRead(change, script) ? change : undefined;
  }

  #isRead(changes: readonly TextChange[], script: string): boolean {
    const { start, end } = this.string;
    const before = this.#document.text.slice(start, end);
    const after = applied(before, changes, start);
    if (turnsFences(before) !== turnsFences(after)) return false;
    const found = stringAt(edit(this.#document, start, end, after), start);
    if (found?.node.value !== script || found.node.open) return false;
    const isWhole = found.node.end - found.node.start === after.length;
    return isWhole && problemsIn(found) <= this.#problems;
  }
}

/** A string and the block that it stands in. */
interface FoundString {
  readonly node: StringNode;
  readonly block: Block;
}

function stringAt(document: TomlDocument, offset: number): FoundString | undefined {
  const { block, start, nodes } = nodesAt(document, offset + 1);
  const node = nodes.at(-1);
  const isIt =
    node !== undefined && 'kind' in node && node.kind === 'string' && start + node.start === offset;
  return isIt ? { node, block } : undefined;
}

/** How many things are wrong within a string. */
function problemsIn({ node, block }: FoundString): number {
  return block.problems.filter(({ start, end }) => start < node.end && node.start < end).length;
}

/** A text with changes, which are in order; their offsets count from `base` on. */
function applied(text: string, changes: readonly TextChange[], base: number): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of changes) {
    result += text.slice(at, start - base) + put;
    at = end - base;
  }
  return result + text.slice(at);
}
