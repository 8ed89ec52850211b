import type {
  ArrayDatum,
  Block,
  Datum,
  Entry,
  HeaderNode,
  KeyPart,
  PairNode,
  Place,
  ScalarDatum,
  Span,
  TableDatum,
  TomlProblem,
  ValueNode,
} from './tree.ts';

interface Table extends TableDatum {
  form: TableDatum['form'];
  readonly entries: Map<string, Entry>;
  place: Place;
}
interface ArrayOfTables extends ArrayDatum {
  readonly items: Datum[];
}

/** Called with what TOML forbids between lines, and with how much of the block the toml crate reads before it says so. */
type Report = (misplaced: TomlProblem, when: number) => void;

/**
 * How deep data are looked at. Core takes 80 inline tables in one another, each under a key of 80 parts; nobody writes
 * them, and a walk through them all would run out of stack.
 */
const DEEPEST_DATA = 400;

/** The tables of a document, block by block. */
export class Assembly {
  readonly #report: Report;
  #root: Table | undefined;
  #block!: Block;
  #when = 0;
  /** The table of this block is defined for the second time, which is all there is to say of what stands twice in it. */
  #isRepeated = false;

  constructor(report: Report) {
    this.#report = report;
  }

  /** There is one as soon as the first block is added. */
  get root(): TableDatum {
    return this.#root!;
  }

  add(block: Block): void {
    this.#block = block;
    this.#isRepeated = false;
    this.#root ??= this.#table('root', { start: 0, end: 0 });
    const table = block.header === undefined ? this.#root : this.#enter(this.#root, block.header);
    const depth = block.header?.key.parts.length ?? 0;
    for (const pair of block.pairs) this.#put(table, pair, depth);
  }

  /** The table a header opens; one that hangs nowhere, if the header is broken or in the way of something. */
  #enter(root: Table, header: HeaderNode): Table {
    // The crate looks for the home of a [[table]] when all of it is read.
    this.#when = header.kind === 'array' ? this.#block.length : header.end;
    const { parts } = header.key;
    let table: Table | undefined = root;
    for (let index = 0; table && index < parts.length - 1; index++) {
      table = this.#descend(table, parts[index]!);
    }
    const last = parts.at(-1)!;
    if (table === undefined || last.missing) return this.#table('header', header);
    const entry = table.entries.get(last.name);
    if (header.kind === 'array') return this.#append(table, entry, last, header);
    if (entry === undefined) {
      const made = this.#table('header', header);
      this.#set(table, last, made);
      return made;
    }
    if (entry.value.kind !== 'table') {
      this.#duplicate(last, entry, `duplicate key: ${last.name} is no table`);
      return this.#table('header', header);
    }
    const found = entry.value as Table;
    if (found.form === 'implicit') {
      found.form = 'header';
      found.place = this.#place(header);
    } else {
      this.#duplicate(last, entry, `duplicate key: the table ${last.name} is defined twice`);
      if (found.form === 'inline') return this.#table('header', header);
      this.#isRepeated = true;
    }
    return found;
  }

  /** The next table of an array of tables. */
  #append(table: Table, entry: Entry | undefined, last: KeyPart, header: HeaderNode): Table {
    const made = this.#table('header', header);
    if (entry === undefined) {
      const array: ArrayOfTables = {
        kind: 'array',
        items: [made],
        ofTables: true,
        place: this.#place(header),
      };
      this.#set(table, last, array);
    } else if (entry.value.kind === 'array' && entry.value.ofTables) {
      (entry.value as ArrayOfTables).items.push(made);
    } else {
      this.#duplicate(last, entry, `duplicate key: ${last.name} is no array of [[tables]]`);
    }
    return made;
  }

  /** The table under a part of a header that is not its last. */
  #descend(table: Table, part: KeyPart): Table | undefined {
    if (part.missing) return undefined;
    const entry = table.entries.get(part.name);
    if (entry === undefined) {
      const made = this.#table('implicit', part);
      this.#set(table, part, made);
      return made;
    }
    let value = entry.value;
    if (value.kind === 'array' && value.ofTables) value = value.items.at(-1)!;
    if (value.kind === 'table' && value.form !== 'inline') return value as Table;
    this.#duplicate(
      part,
      entry,
      `a header cannot add to ${part.name}, which is ${describe(value)}`,
    );
    return undefined;
  }

  /** @param depth how deep the table stands; the root does at 0. */
  #put(table: Table, pair: PairNode, depth: number): void {
    const { parts } = pair.key;
    const under = depth + parts.length;
    if (under > DEEPEST_DATA) return;
    const value = this.#datum(pair.value, under);
    this.#when = pair.end;
    let parent = table;
    for (let index = 0; index < parts.length - 1; index++) {
      const next = this.#extend(parent, parts[index]!, index === parts.length - 2);
      if (next === undefined) return;
      parent = next;
    }
    const last = parts.at(-1)!;
    if (last.missing) return;
    const entry = parent.entries.get(last.name);
    if (entry !== undefined) this.#duplicate(last, entry, 'duplicate key');
    else this.#set(parent, last, value);
  }

  /**
   * The table under a part of a dotted key that is not its last: only dotted keys may add to it.
   *
   * @param isHome the last part of the key will be put right in it.
   */
  #extend(table: Table, part: KeyPart, isHome: boolean): Table | undefined {
    if (part.missing) return undefined;
    const entry = table.entries.get(part.name);
    if (entry === undefined) {
      const made = this.#table('dotted', part);
      this.#set(table, part, made);
      return made;
    }
    const { value } = entry;
    // The toml crate reaches through an array of tables, whatever TOML says, if only to a table in its last one.
    if (value.kind === 'array' && value.ofTables && !isHome) return value.items.at(-1) as Table;
    if (value.kind === 'table') {
      const found = value as Table;
      if (found.form === 'implicit') found.form = 'dotted';
      if (found.form === 'dotted') return found;
    }
    this.#duplicate(
      part,
      entry,
      `a dotted key cannot add to ${part.name}, which is ${describe(value)}`,
    );
    return undefined;
  }

  #datum(node: ValueNode, depth: number): Datum {
    const place = this.#place(node);
    if (node.kind === 'array') {
      const shown = depth < DEEPEST_DATA ? node.items : [];
      const items = shown.map((item) => this.#datum(item, depth + 1));
      return { kind: 'array', items, ofTables: false, place };
    }
    if (node.kind !== 'inline-table') return { kind: 'scalar', node, place };
    const table = this.#table('inline', node);
    for (const pair of node.pairs) this.#put(table, pair, depth);
    return table;
  }

  #set(table: Table, part: KeyPart, value: Datum): void {
    table.entries.set(part.name, { name: part.name, key: this.#place(part), value });
  }

  #table(form: TableDatum['form'], span: Span): Table {
    return { kind: 'table', form, entries: new Map(), place: this.#place(span) };
  }

  #place({ start, end }: Span): Place {
    return { start, end, block: this.#block };
  }

  #duplicate(part: KeyPart, first: Entry, message: string): void {
    if (this.#isRepeated) return;
    this.#report({ message, place: this.#place(part), related: first.key }, this.#when);
  }
}

function describe(value: Datum): string {
  if (value.kind === 'array') return value.ofTables ? 'an array of tables' : 'an array';
  if (value.kind === 'scalar') return SCALARS[value.node.kind];
  return value.form === 'inline' ? 'an inline table' : 'a table with a header of its own';
}

const SCALARS: Record<ScalarDatum['node']['kind'], string> = {
  string: 'a string',
  integer: 'an integer',
  float: 'a float',
  boolean: 'a boolean',
  datetime: 'a date or time',
  missing: 'no table',
  invalid: 'no table',
};
