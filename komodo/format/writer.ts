/** Values written anew as TOML, with their comments. */
import { entriesOf, itemMeaning, under, type Meaning } from '../resources/index.ts';
import type { Schema } from '../schema/index.ts';
import {
  quoted,
  quotedAs,
  spanOf,
  turnsFences,
  type Datum,
  type Entry,
  type Place,
  type ScalarDatum,
  type Surroundings,
  type TableDatum,
  type TomlDocument,
} from '../toml/index.ts';
import { lineBreakOf } from './lineBreak.ts';
import { arrayText, inlineArray, linesInBrackets, tableText } from './notation.ts';
import { inCoreOrder } from './order.ts';
import { GAP, none, Notes } from './notes.ts';

export interface WriterOptions {
  /** Strings in the quotes that Core would take, or in those that they have. */
  readonly strings: 'core' | 'as they are';
  /** Tables in braces as `{ a.b = 1 }` or `{ a = { b = 1 } }`. */
  readonly braces: 'dotted' | 'nested';
  /** Keys in the order in which Core writes them, or in which they stand. */
  readonly order: 'core' | 'as it is';
}

/**
 * Writes parts of a document as lines. What comes out must be put together in the order in which it was asked for: what
 * Core makes of a backslash depends on the `"""` before it.
 */
export class Writer {
  readonly notes: Notes;
  readonly #document: TomlDocument;
  readonly #schema: Schema;
  readonly #options: WriterOptions;
  readonly #eol: '\n' | '\r\n';
  #insideFence = false;

  constructor(document: TomlDocument, schema: Schema, options: WriterOptions) {
    this.notes = new Notes(document);
    this.#document = document;
    this.#eol = lineBreakOf(document.text);
    this.#schema = schema;
    this.#options = options;
  }

  /** Comments on lines of their own. */
  comments(comments: readonly string[]): string[] {
    return comments.filter((comment) => comment !== GAP).map((comment) => this.#pass(comment));
  }

  /** Comments before a header, with the empty lines between them. */
  leading(comments: readonly string[]): string[] {
    const lines = comments.filter(
      (comment, index) => comment !== GAP || (index > 0 && comments[index - 1] !== GAP),
    );
    return lines.map((comment) => this.#pass(comment));
  }

  /** Comments at the end of a line. */
  behind(comments: readonly string[]): string {
    return comments.map((comment) => ` ${this.#pass(comment)}`).join('');
  }

  /** The entries of a table as pairs, one or more lines each. */
  pairs(table: Meaning, prefix = ''): string[] {
    return this.entries(table).flatMap((entry) => {
      return this.pair(entry, under(this.#schema, table, entry.name), prefix);
    });
  }

  /** @param prefix of its key, with a dot at its end. */
  pair(entry: Entry, meaning: Meaning, prefix = ''): string[] {
    const key = `${prefix}${this.source(entry.key)}`;
    const { value } = entry;
    const { before, behind } = this.notes.ofEntry(entry);
    if (isFilled(value) && !staysInBraces(meaning)) {
      return [
        ...this.comments([...before, ...behind]),
        ...this.pairs(meaning, `${key}.`),
        ...this.comments(this.notes.at(value.place).atEnd),
      ];
    }
    if (value.kind !== 'array') {
      const comments = this.comments([...before, ...this.notes.in(value)]);
      return [...comments, `${key} = ${this.value(value, meaning)}${this.behind(behind)}`];
    }
    const { atEnd } = value.ofTables ? none : this.notes.at(value.place);
    const comments = this.comments(before);
    const text = `${key} = ${this.#array(value.items, meaning, atEnd)}`;
    return [...comments, `${text}${this.behind(behind)}`];
  }

  /** A value in the line of its key, without its comments. */
  value(datum: Datum, meaning: Meaning): string {
    if (datum.kind === 'scalar') return this.#scalar(datum);
    if (datum.kind === 'array') {
      return inlineArray(datum.items.map((item) => this.#item(item, meaning)));
    }
    if (datum.entries.size === 0) return '{}';
    const pairs = this.entries(meaning).flatMap((entry) => {
      return this.#inBraces(entry, under(this.#schema, meaning, entry.name), '');
    });
    return tableText(pairs);
  }

  /** The entries of a table, in order. */
  entries(table: Meaning): readonly Entry[] {
    const entries = [...entriesOf(table).values()];
    return this.#options.order === 'core' ? inCoreOrder(entries, table, this.#schema) : entries;
  }

  /** Something as it is written in the document. */
  asItIs(place: Place): string {
    return this.#pass(this.source(place));
  }

  /** How a key is written in the document. */
  source(place: Place): string {
    const { start, end } = spanOf(this.#document, place);
    return this.#document.text.slice(start, end);
  }

  #array(items: readonly Datum[], meaning: Meaning, atEnd: readonly string[]): string {
    const parts = items.map((item) => {
      const isUnderHeader = item.kind === 'table' && item.form === 'header';
      const { before, behind } = isUnderHeader ? none : this.notes.at(item.place);
      const within = isUnderHeader ? this.notes.of(item) : this.notes.in(item);
      const comments = this.comments([...before, ...within]);
      return { comments, text: this.#item(item, meaning), behind: this.behind(behind) };
    });
    const end = this.comments(atEnd);
    if (
      end.length === 0 &&
      parts.every((part) => part.comments.length + part.behind.length === 0)
    ) {
      return arrayText(parts.map(({ text }) => text));
    }
    const last = parts.length - 1;
    const lines = parts.flatMap(({ comments, text, behind }, index) => {
      return [...comments, `${text}${index < last ? ',' : ''}${behind}`];
    });
    return linesInBrackets([...lines, ...end]);
  }

  #item(item: Datum, array: Meaning): string {
    const meaning = itemMeaning(array, item) ?? { datum: item };
    // So Core writes an empty table there.
    if (item.kind === 'table' && item.entries.size === 0) return '{  }';
    if (item.kind === 'scalar' && this.#options.strings === 'core' && item.node.kind === 'string') {
      return quotedAs('"', item.node.value, this.#around) ?? this.#scalar(item);
    }
    return this.value(item, meaning);
  }

  #inBraces(entry: Entry, meaning: Meaning, prefix: string): string[] {
    const key = `${prefix}${this.source(entry.key)}`;
    const { value } = entry;
    if (this.#options.braces === 'nested' || !isFilled(value) || staysInBraces(meaning)) {
      return [`${key} = ${this.value(value, meaning)}`];
    }
    return this.entries(meaning).flatMap((inner) => {
      return this.#inBraces(inner, under(this.#schema, meaning, inner.name), `${key}.`);
    });
  }

  #scalar({ node, place }: ScalarDatum): string {
    const isKept = this.#options.strings !== 'core' || node.kind !== 'string';
    return isKept ? this.#pass(this.source(place)) : quoted(node.value, this.#around);
  }

  get #around(): Surroundings {
    return { insideFence: this.#insideFence, eol: this.#eol };
  }

  /** Takes note of each `"""` that is written. */
  #pass(text: string): string {
    if (turnsFences(text)) this.#insideFence = !this.#insideFence;
    return text;
  }
}

function isFilled(value: Datum): value is TableDatum {
  return value.kind === 'table' && value.entries.size > 0;
}

/** `all.Server = { level = "Read" }`: Core writes these in braces, and all other tables by dotted keys. */
function staysInBraces({ type }: Meaning): boolean {
  return type?.kind === 'custom' && type.form === 'permission';
}
