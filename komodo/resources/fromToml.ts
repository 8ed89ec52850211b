import {
  dateText,
  isHalfNumber,
  type ArrayDatum,
  type Datum,
  type Entry,
  type ScalarDatum,
  type TableDatum,
} from '../toml/index.ts';
import type { Given, GivenEntry, GivenTable } from './given.ts';

/** What the TOML reader of a Core does with a document. */
export interface TomlReading {
  /** Keys are read in the order of their bytes; otherwise as they are written. */
  readonly sortsKeys: boolean;
  /** A line break in a string of several lines is always one line feed; otherwise it is what the file has. */
  readonly unifiesLineBreaks: boolean;
  /** A number that is too big is found as its value is read; otherwise it is no TOML. */
  readonly findsBigNumbersLate: boolean;
}

/** The TOML reader of Cores before 1.19, and that of those since. */
export const readingBefore119: TomlReading = {
  sortsKeys: false,
  unifiesLineBreaks: true,
  findsBigNumbersLate: false,
};
export const readingSince119: TomlReading = {
  sortsKeys: true,
  unifiesLineBreaks: false,
  findsBigNumbersLate: true,
};

/** The file as serde is handed it. Arrays and their items are the same objects as long as their data is. */
export function fileFromToml(root: TableDatum, reading: TomlReading): GivenTable {
  const remembered = (datum: Datum): Given => {
    const before = known.get(datum);
    if (before?.reading === reading) return before.given;
    const given = datum.kind === 'array' ? array(datum) : fromToml(datum, reading);
    known.set(datum, { reading, given });
    return given;
  };
  const array = (datum: ArrayDatum): Given => {
    const { items, place } = datum;
    return { kind: 'array', items: items.map(remembered), place, datum };
  };
  return { kind: 'table', entries: entriesFromToml(root, reading, remembered) };
}

/** An edit changes one item of a file, so that the others need not be put into this form again. */
const known = new WeakMap<Datum, { readonly reading: TomlReading; readonly given: Given }>();

function tableFromToml(table: TableDatum, reading: TomlReading): GivenTable {
  const entries = entriesFromToml(table, reading, (datum) => fromToml(datum, reading));
  return { kind: 'table', entries, place: table.place, datum: table };
}

function entriesFromToml(
  table: TableDatum,
  reading: TomlReading,
  convert: (datum: Datum) => Given,
): readonly GivenEntry[] {
  const entries = [...table.entries.values()];
  if (reading.sortsKeys && entries.length > 1) entries.sort(byBytes);
  return entries.map(({ name, key, value }) => ({ name, key, value: convert(value) }));
}

function fromToml(datum: Datum, reading: TomlReading): Given {
  switch (datum.kind) {
    case 'table':
      return tableFromToml(datum, reading);
    case 'array':
      return arrayFromToml(datum, reading);
    case 'scalar':
      return scalarFromToml(datum, reading);
  }
}

function arrayFromToml(datum: ArrayDatum, reading: TomlReading): Given {
  const items = datum.items.map((item) => fromToml(item, reading));
  return { kind: 'array', items, place: datum.place, datum };
}

function scalarFromToml(datum: ScalarDatum, reading: TomlReading): Given {
  const { node, place } = datum;
  switch (node.kind) {
    case 'string': {
      const hasLines = reading.unifiesLineBreaks && node.quote.length === 3;
      const value = hasLines ? node.value.replaceAll('\r\n', '\n') : node.value;
      return { kind: 'string', value, place, datum };
    }
    case 'integer':
      return { kind: 'integer', value: node.value, place, datum };
    case 'float':
      return { kind: 'float', value: node.value, place, datum };
    case 'boolean':
      return { kind: 'boolean', value: node.value, place, datum };
    case 'datetime': {
      const value: Given = { kind: 'string', value: dateText(node.value), place };
      const entries = [{ name: '$__toml_private_datetime', value }];
      return { kind: 'table', entries, isDate: true, place, datum };
    }
    case 'missing':
      return { kind: 'broken', place, datum };
    case 'invalid': {
      const isTooBig = reading.findsBigNumbersLate && tooBigNumber(node.text);
      return { kind: 'broken', place, datum, ...(isTooBig && { isTooBig }) };
    }
  }
}

const FLOAT = /^[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/;

/** `10_000ms` is an integer to the TOML crate, too: it goes by how the word begins. */
function tooBigNumber(text: string): 'integer' | 'float' | undefined {
  if (isHalfNumber(text)) return 'integer';
  const isTooBig = FLOAT.test(text) && !Number.isFinite(Number(text.replaceAll('_', '')));
  return isTooBig ? 'float' : undefined;
}

function byBytes({ name: a }: Entry, { name: b }: Entry): number {
  return compareBytes(a, b);
}

/** The order of two texts by the bytes of their UTF-8, which is that of their code points. */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all that fit one unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
