/** A resource file as Core would write it. */
import {
  containerOf,
  fileMeaning,
  itemMeaning,
  tablesIn,
  under,
  type Meaning,
} from '../resources/index.ts';
import type { Schema } from '../schema/index.ts';
import type { Block, Datum, Entry, HeaderNode, TomlData, TomlDocument } from '../toml/index.ts';
import { lineBreakOf } from './lineBreak.ts';
import { none } from './notes.ts';
import { separator } from './notation.ts';
import { procedureOrder } from './order.ts';
import { Writer } from './writer.ts';

/**
 * The text of a document in the style of Core's exports, with all comments, and with nothing added or left out: config
 * under its header, tables in it by dotted keys, fields in Core's order, `##` between resources. Strings are written so
 * that Core can read them, which those of its exports are not always. What Core knows nothing of stays as it is.
 *
 * @param document one in which TOML forbids nothing
 */
export function inCoreStyle(document: TomlDocument, { root }: TomlData, schema: Schema): string {
  const { blocks, text } = document;
  const style = new CoreStyle(document, schema, fileMeaning(schema, root));
  const parts = [
    style.pairsOfRoot().join('\n'),
    blocks.flatMap((block) => style.group(block) ?? []).join(`\n\n${separator}\n\n`),
    style.end().join('\n'),
  ];
  const written = parts
    .filter((part) => part !== '')
    .join('\n\n')
    .trimEnd();
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lines = `${mark}${written}${written && '\n'}`;
  return lineBreakOf(text) === '\n' ? lines : lines.replace(/\r?\n/g, '\r\n');
}

/** Asks for all of it must come in the order of the text: see {@link Writer}. */
class CoreStyle {
  readonly #document: TomlDocument;
  readonly #schema: Schema;
  readonly #root: Meaning;
  readonly #writer: Writer;

  constructor(document: TomlDocument, schema: Schema, root: Meaning) {
    this.#document = document;
    this.#schema = schema;
    this.#root = root;
    const options = { strings: 'core', braces: 'dotted', order: 'core' } as const;
    this.#writer = new Writer(document, schema, options);
  }

  /** What stands before the first header. */
  pairsOfRoot(): string[] {
    const [first] = this.#document.blocks;
    const entries = this.#writer.entries(this.#root).filter(({ key }) => key.block === first);
    return [
      ...entries.flatMap((entry) => this.#pair(entry, this.#root)),
      ...this.#writer.comments(this.#writer.notes.root.atEnd),
    ];
  }

  /** A resource with all that belongs to it; undefined for the headers in it. */
  group(block: Block): string | undefined {
    const { header } = block;
    if (!header) return undefined;
    const name = header.key.parts[0]!.name;
    const kind = under(this.#schema, this.#root, name);
    const list = kind.datum;
    if (!kind.field || list?.kind !== 'array' || !list.ofTables) {
      return this.#asItIs(block, header).join('\n');
    }
    const item = list.items.find(({ place }) => place.block === block);
    const key = this.#writer.source({ block, ...header.key });
    return item && this.#resource(key, itemMeaning(kind, item)!, item).join('\n');
  }

  /** The comments at the end of the file. */
  end(): string[] {
    return this.#leading(this.#writer.notes.end);
  }

  #asItIs(block: Block, header: HeaderNode): string[] {
    const last = block.pairs.at(-1);
    const { notes } = this.#writer;
    const { before, atEnd } = notes.at({ block, ...header });
    const { behind } = notes.at({ block, ...(last?.key.parts.at(-1) ?? header) });
    const place = { block, start: header.start, end: (last ?? header).end };
    return [
      ...this.#leading(before),
      `${this.#writer.asItIs(place)}${this.#writer.behind(behind)}`,
      ...this.#writer.comments(atEnd),
    ];
  }

  #resource(key: string, resource: Meaning, { place }: Datum): string[] {
    const { before, behind, atEnd } = this.#writer.notes.at(place);
    const entries = this.#writer.entries(resource);
    const config = entries.find(({ name, value }) => name === 'config' && value.kind === 'table');
    return [
      ...this.#leading(before),
      `[[${key}]]${this.#writer.behind(behind)}`,
      ...entries.flatMap((entry) => (entry === config ? [] : this.#pair(entry, resource))),
      ...this.#writer.comments(atEnd),
      ...(config ? this.#config(key, config, under(this.#schema, resource, config.name)) : []),
    ];
  }

  #config(key: string, config: Entry, meaning: Meaning): string[] {
    const { notes } = this.#writer;
    const { before, behind } = notes.ofEntry(config);
    const { atEnd } = notes.at(config.value.place);
    const path = `${key}.${this.#writer.source(config.key)}`;
    const container = containerOf(this.#schema, meaning);
    if (container?.kind === 'struct' && container.byName.has('stages')) {
      return this.#procedureConfig(path, config, meaning);
    }
    const header = [...this.#writer.comments(before), `[${path}]${this.#writer.behind(behind)}`];
    const lines = [...this.#writer.pairs(meaning), ...this.#writer.comments(atEnd)];
    // Core leaves an empty line for no config.
    return [...header, ...(lines.length > 0 ? lines : [''])];
  }

  /** Without a header of its own, and with one for each stage. */
  #procedureConfig(path: string, config: Entry, meaning: Meaning): string[] {
    const { notes } = this.#writer;
    const { before, behind } = notes.ofEntry(config);
    const key = this.#writer.source(config.key);
    const entries = this.#writer.entries(meaning);
    // A file that Core refuses can have them twice, by both of their names.
    const stages = entries.filter(
      ({ name, value }) => fieldOf(this.#schema, meaning, name) === 'stages' && areTables(value),
    );
    const known = entries.filter(({ name }) => fieldOf(this.#schema, meaning, name));
    const ordered = [
      ...procedureOrder(known, (entry) => entry === stages[0]),
      ...entries.filter((entry) => !known.includes(entry)),
    ].filter((entry) => !stages.includes(entry));
    const { atEnd } = notes.at(config.value.place);
    return [
      ...this.#writer.comments([...before, ...behind, ...atEnd]),
      ...(entries.length === 0 ? [`${key} = {}`] : []),
      ...ordered.flatMap((entry) => this.#pair(entry, meaning, `${key}.`)),
      ...stages.flatMap((entry) =>
        this.#stages(path, entry, under(this.#schema, meaning, entry.name)),
      ),
    ];
  }

  #stages(path: string, { key, value }: Entry, list: Meaning): string[] {
    const { notes } = this.#writer;
    const { before, behind } = value.kind === 'array' && value.ofTables ? none : notes.at(key);
    const { atEnd } = value.kind === 'array' && value.ofTables ? none : notes.at(value.place);
    const header = `${path}.${this.#writer.source(key)}`;
    const stages = tablesIn(value).flatMap((stage, index) => {
      const note = notes.at(stage.place);
      return [
        '',
        ...this.#writer.comments(index === 0 ? [...before, ...behind] : []),
        ...this.#leading(note.before),
        `[[${header}]]${this.#writer.behind(note.behind)}`,
        ...this.#writer.pairs(itemMeaning(list, stage)!),
        ...this.#writer.comments(note.atEnd),
      ];
    });
    return [...stages, ...this.#writer.comments(atEnd)];
  }

  #pair(entry: Entry, table: Meaning, prefix = ''): string[] {
    return this.#writer.pair(entry, under(this.#schema, table, entry.name), prefix);
  }

  /** Without the lines that Core puts between resources: they are written anew. */
  #leading(comments: readonly string[]): string[] {
    return this.#writer.leading(comments.filter((comment) => comment !== separator));
  }
}

/** The name of the field that a key stands for; undefined where Core knows no such key. */
function fieldOf(schema: Schema, table: Meaning, name: string): string | undefined {
  return under(schema, table, name).field?.name;
}

function areTables(value: Datum): boolean {
  return (
    value.kind === 'array' &&
    value.items.length > 0 &&
    tablesIn(value).length === value.items.length
  );
}
