/**
 * The syntax tree of a TOML document, and the data it stands for.
 *
 * A document is a list of *blocks*: the pairs before the first header, then one block for each header line. All
 * offsets in a block count UTF-16 code units from the block's own start, so an edit re-reads the block it stands in
 * and moves the others as they are. {@link Place} names an offset together with its block; a {@link TomlDocument}
 * turns it into an absolute one.
 */

/** A half-open range of UTF-16 code units, counted from the start of the block it stands in. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One name of a (dotted) key. */
export interface KeyPart extends Span {
  /** The name with quotes and escapes taken off. */
  readonly name: string;
  readonly quote: '' | '"' | "'";
  /** Nothing was written where a name must stand (after a dot, before `=`). */
  readonly missing?: true;
}

export interface Key extends Span {
  readonly parts: readonly KeyPart[];
}

export interface StringNode extends Span {
  readonly kind: 'string';
  readonly value: string;
  readonly quote: '"' | "'" | '"""' | "'''";
  /** The closing quote is missing; `end` is where recovery let it end. */
  readonly open?: true;
}
export interface IntegerNode extends Span {
  readonly kind: 'integer';
  readonly value: bigint;
}
export interface FloatNode extends Span {
  readonly kind: 'float';
  readonly value: number;
}
export interface BooleanNode extends Span {
  readonly kind: 'boolean';
  readonly value: boolean;
}
export interface DateTimeNode extends Span {
  readonly kind: 'datetime';
  readonly form: 'offset-date-time' | 'local-date-time' | 'local-date' | 'local-time';
  /** As written. */
  readonly value: string;
}
export interface ArrayNode extends Span {
  readonly kind: 'array';
  readonly items: readonly ValueNode[];
  readonly open?: true;
}
export interface InlineTableNode extends Span {
  readonly kind: 'inline-table';
  readonly pairs: readonly PairNode[];
  readonly open?: true;
}
/** No value stands where one must (`key =`): `start === end`. */
export interface MissingNode extends Span {
  readonly kind: 'missing';
}
/** Something stands there that is no TOML value (`tru`, `server = prod`). */
export interface InvalidNode extends Span {
  readonly kind: 'invalid';
  readonly text: string;
}
export type ValueNode =
  | StringNode
  | IntegerNode
  | FloatNode
  | BooleanNode
  | DateTimeNode
  | ArrayNode
  | InlineTableNode
  | MissingNode
  | InvalidNode;

/** `key = value`; a half-typed `key` without `=` has no `equals` and a missing value. */
export interface PairNode extends Span {
  readonly kind: 'pair';
  readonly key: Key;
  /** Offset of the `=`. */
  readonly equals?: number;
  readonly value: ValueNode;
}

/** `[a.b]` (table) or `[[a.b]]` (array of tables). */
export interface HeaderNode extends Span {
  readonly kind: 'table' | 'array';
  readonly key: Key;
  readonly closed: boolean;
}

/** Something that TOML forbids, with its place in the block. */
export interface SyntaxProblem extends Span {
  readonly message: string;
  /** It is a number too big for Rust: since 1.19 Core finds that only where it reads the value. */
  readonly isExcess?: true;
}

export interface Block {
  /** Length of the block's text, its last line break included. */
  readonly length: number;
  readonly header: HeaderNode | undefined;
  readonly pairs: readonly PairNode[];
  readonly comments: readonly Span[];
  readonly problems: readonly SyntaxProblem[];
  /** How much of the text, from the start of the block, decided how the block was read. */
  readonly reach: number;
}

/** A span together with the block it counts from. */
export interface Place extends Span {
  readonly block: Block;
}

export interface TomlOptions {
  /** `1.0` for Cores before 2.0.0. Default `1.1`. */
  readonly version?: '1.0' | '1.1';
  /** Read backslashes between an odd `"""` and the next as themselves, as Core does. Default true. */
  readonly core?: boolean;
}

export interface TomlDocument {
  readonly text: string;
  readonly options: Required<TomlOptions>;
  readonly blocks: readonly Block[];
  /** Absolute offset at which each block begins, in the order of `blocks`. */
  readonly starts: readonly number[];
  /**
   * Whether an odd number of `"""` stands before each block: Core then takes what follows as the inside of a string.
   * After a string that was left open it counts as if the string had been closed.
   */
  readonly insideFence: readonly boolean[];
}

// ---- Data: what the document means once headers and dotted keys are put together. -------------------------------

/** A value under a key, with where the key was written (the last part of it). */
export interface Entry {
  readonly name: string;
  readonly key: Place;
  readonly value: Datum;
}

export interface TableDatum {
  readonly kind: 'table';
  /** How the table came to be: by a header, inside `{}`, by a dotted key, or only implied by a longer header. */
  readonly form: 'root' | 'header' | 'inline' | 'dotted' | 'implicit';
  /** In the order written. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Header, braces, or the key part that made it. */
  readonly place: Place;
}
export interface ArrayDatum {
  readonly kind: 'array';
  readonly items: readonly Datum[];
  /** Made by `[[headers]]`. */
  readonly ofTables: boolean;
  readonly place: Place;
}
/** A string, number, boolean, date-time, or what stands in for a missing or invalid value. */
export interface ScalarDatum {
  readonly kind: 'scalar';
  readonly node: Exclude<ValueNode, ArrayNode | InlineTableNode>;
  readonly place: Place;
}
export type Datum = TableDatum | ArrayDatum | ScalarDatum;

/** A problem of the document as a whole (doubled keys, a table defined twice, too deep), at its place. */
export interface TomlProblem {
  readonly message: string;
  readonly isExcess?: true;
  readonly place: Place;
  /** The key or table that stood there first. */
  readonly related?: Place;
  /** It is a merge conflict, or what is left of one, with the first place in it that is no TOML. */
  readonly conflict?: { readonly first: Place };
}

export interface TomlData {
  readonly root: TableDatum;
  /** Everything TOML forbids here, the blocks' own problems included, in the order of the text. */
  readonly problems: readonly TomlProblem[];
  /** Merge conflicts that are no problem to TOML, as a string of several lines holds them. */
  readonly conflictsInText: readonly Place[];
}

/**
 * An error as Core tells it. Core reads a file with the toml crate, which tells one error alone. The crate looks
 * through the whole text three times: for what is not TOML's grammar, for values that are none and keys that stand
 * twice, and for numbers that Rust cannot hold; an error of an earlier phase comes before all those of a later one.
 * Of numbers it tells the first in the order in which the tables are read, by the alphabet of their keys; here it is
 * the first in the text.
 */
export interface Refusal {
  readonly phase: 'grammar' | 'values' | 'numbers';
  readonly message: string;
  /** The offset in the text that the crate names; the end of the text belongs to its last line. */
  readonly offset: number;
  /** How much of the text the crate had read when it found the error. */
  readonly when: number;
}
