/**
 * A TOML text at one version, with what can be told from the text alone. It never changes; an edit makes a new one. A `.ts`
 * file is the TOML that its script would stand in.
 */
import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { readResources, type Resources } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import {
  dataOf,
  edit,
  editTo,
  indexAt,
  parse,
  spanOf,
  startOf,
  type Block,
  type Place,
  type Span,
  type TomlData,
  type TomlDocument,
  type TomlOptions,
} from '../../komodo/toml/index.ts';
import { detect, type Detection } from './detect.ts';
import { LineTable } from './lineTable.ts';
import { inFrame, ScriptLines } from './scriptFile.ts';
import { largestText } from './textFile.ts';

/** How much of a text that is too large to be checked is read, to tell whether it is one of Komodo's. */
const GLANCE = 65_536;

/** What is known beforehand of a document. */
interface Given {
  readonly lines?: LineTable;
  readonly script?: Span;
  readonly dataBefore?: TomlData | undefined;
}

export class Document {
  readonly uri: string;
  /** LSP's version of an open document; null for a file on disk. */
  readonly version: number | null;
  readonly text: string;
  /** Of a text that is too large only the beginning. */
  readonly toml: TomlDocument;
  /** Of a `.ts` file: where in the text the script stands that is the whole file. */
  readonly script?: Span;
  #lines?: LineTable;
  /** Of the text before the last edit, until that of this text is asked for. */
  #dataBefore: TomlData | undefined;
  #data?: TomlData;
  #resources?: Resources;
  #detection?: Detection;

  private constructor(
    uri: string,
    version: number | null,
    text: string,
    toml: TomlDocument,
    { lines, script, dataBefore }: Given = {},
  ) {
    this.uri = uri;
    this.version = version;
    this.text = text;
    this.toml = toml;
    if (lines) this.#lines = lines;
    if (script) this.script = script;
    this.#dataBefore = dataBefore;
  }

  static of(uri: string, version: number | null, text: string, options?: TomlOptions): Document {
    if (uri.endsWith('.ts')) return Document.#ofScript(uri, version, text, options);
    const read = text.length > largestText ? text.slice(0, GLANCE) : text;
    return new Document(uri, version, text, parse(read, options));
  }

  static #ofScript(
    uri: string,
    version: number | null,
    own: string,
    options?: TomlOptions,
  ): Document {
    const { text, script, options: needed } = inFrame(own);
    const read = text.length > largestText ? text.slice(0, GLANCE) : text;
    const toml = parse(read, { ...options, ...needed });
    return new Document(uri, version, text, toml, { script });
  }

  /** The document after changes as LSP sends them, each based on the one before. */
  edited(changes: readonly TextDocumentContentChangeEvent[], version: number): Document {
    return changes.reduce<Document>((before, change) => before.#edited(change, version), this);
  }

  #edited(change: TextDocumentContentChangeEvent, version: number): Document {
    const { options } = this.toml;
    if (this.script) {
      const text = 'range' in change ? this.#ownTextAfter(change.range, change.text) : change.text;
      return Document.of(this.uri, version, text, options);
    }
    if (!('range' in change)) {
      if (this.isTooLarge || change.text.length > largestText) {
        return Document.of(this.uri, version, change.text, options);
      }
      return new Document(this.uri, version, change.text, editTo(this.toml, change.text));
    }
    const start = this.lines.offsetAt(change.range.start);
    const end = this.lines.offsetAt(change.range.end);
    const length = this.text.length - (end - start) + change.text.length;
    if (this.isTooLarge || length > largestText) {
      return Document.of(this.uri, version, this.#ownTextAfter(change.range, change.text), options);
    }
    const toml = edit(this.toml, start, end, change.text);
    const lines = this.lines.edited(toml.text, start, end, change.text);
    const dataBefore = this.#data ?? this.#dataBefore;
    return new Document(this.uri, version, toml.text, toml, { lines, dataBefore });
  }

  /** As the editor has it. */
  get ownText(): string {
    return this.script ? this.text.slice(this.script.start, this.script.end) : this.text;
  }

  #ownTextAfter(range: Range, added: string): string {
    const base = this.script?.start ?? 0;
    const start = this.lines.offsetAt(range.start) - base;
    const end = this.lines.offsetAt(range.end) - base;
    return this.ownText.slice(0, start) + added + this.ownText.slice(end);
  }

  /** The same text read by other rules of TOML. */
  withOptions(options: TomlOptions): Document {
    return Document.of(this.uri, this.version, this.ownText, options);
  }

  /** Nothing but its detection is to be asked of such a text. */
  get isTooLarge(): boolean {
    return this.text.length > largestText;
  }

  get detection(): Detection {
    return (this.#detection ??= detect(this.toml));
  }

  get lines(): LineTable {
    return (this.#lines ??= this.script
      ? new ScriptLines(this.text, this.script)
      : new LineTable(this.text));
  }

  /** Headers and dotted keys put together. */
  get data(): TomlData {
    if (!this.#data) {
      this.#data = dataOf(this.toml, this.#dataBefore);
      this.#dataBefore = undefined;
    }
    return this.#data;
  }

  /** What the Core of a version makes of it; kept for the version asked for last. */
  resources(schema: Schema): Resources {
    if (this.#resources?.schema !== schema) this.#resources = readResources(this.data, schema);
    return this.#resources;
  }

  /** A place as offsets in the text. */
  spanOf(place: Place): Span {
    return spanOf(this.toml, place);
  }

  rangeOf(place: Place): Range {
    const { start, end } = this.spanOf(place);
    return this.lines.range(start, end);
  }

  textOf(place: Place): string {
    const { start, end } = this.spanOf(place);
    return this.text.slice(start, end);
  }

  /** Offset at which a block of this document begins. */
  startOf(block: Block): number {
    return startOf(this.toml, block) ?? 0;
  }

  /** The block that an offset stands in. At the border of two it is the later one. */
  blockAt(offset: number): Block {
    return this.toml.blocks[indexAt(this.toml, offset)]!;
  }
}
