/** What Komodo takes a place in a file for: the type that the schema gives to a path of keys. */
import type {
  Field,
  MapType,
  Schema,
  StructDefinition,
  TaggedDefinition,
  Type,
} from '../../komodo/schema/index.ts';
import { tablesIn, textOf } from '../../komodo/resources/index.ts';
import type { Block, Datum, Entry, TableDatum } from '../../komodo/toml/index.ts';
import type { Document } from './document.ts';

export interface Meaning {
  /** Undefined where Komodo knows no such key, and for the name of a variant: `type` in `execution.type = "…"`. */
  readonly type?: Type | undefined;
  /** What has the key. */
  readonly owner?: StructDefinition | TaggedDefinition | undefined;
  /** The field of the owner, where that is a struct. */
  readonly field?: Field | undefined;
  /** The variant named beside it, for the content of a tagged enum: `DeployStack` for `execution.params`. */
  readonly variant?: string | undefined;
  /** What the file says there. */
  readonly datum?: Datum | undefined;
}

/** What takes keys. */
export type Container = StructDefinition | TaggedDefinition | MapType;

export function rootMeaning({ root }: Schema, document: Document): Meaning {
  return { type: { kind: 'ref', name: root.name }, datum: document.data.root };
}

/** What a table of this meaning is read as. */
export function containerOf(schema: Schema, { type }: Meaning): Container | undefined {
  if (type?.kind === 'map') return type;
  const name = type?.kind === 'ref' ? type.name : type?.kind === 'custom' ? type.table : undefined;
  const definition = name === undefined ? undefined : schema.types.get(name);
  return definition?.kind === 'enum' ? undefined : definition;
}

/** What an item of an array of this meaning is, where Komodo takes an array. */
export function itemMeaning(meaning: Meaning, datum?: Datum): Meaning | undefined {
  const { type } = meaning;
  const item =
    type?.kind === 'array' || type?.kind === 'set'
      ? type.of
      : type?.kind === 'custom'
        ? type.item
        : undefined;
  return item && { ...meaning, type: item, datum };
}

/** What stands under a key of a table of this meaning; a name that Komodo does not know has no type. */
export function under(schema: Schema, table: Meaning, name: string): Meaning {
  const datum = entriesOf(table).get(name)?.value;
  const owner = containerOf(schema, table);
  switch (owner?.kind) {
    case 'struct': {
      const field = owner.byName.get(name);
      return { owner, field, type: field?.type, datum };
    }
    case 'tagged': {
      if (name === owner.tag) return { owner, datum };
      if (name !== owner.content) return { datum };
      const variant = textOf(entriesOf(table).get(owner.tag)?.value)?.text;
      return { owner, variant, type: owner.byName.get(variant ?? '')?.content, datum };
    }
    case 'map':
      return { type: owner.value, datum };
    case undefined:
      return { datum };
  }
}

const none: ReadonlyMap<string, Entry> = new Map();

export function entriesOf({ datum }: Meaning): ReadonlyMap<string, Entry> {
  return datum?.kind === 'table' ? datum.entries : none;
}

/** What the pairs of a block stand in: the file itself, or what its header names. */
export function blockMeaning(schema: Schema, document: Document, block: Block): Meaning {
  let meaning = rootMeaning(schema, document);
  if (!block.header) return meaning;
  const names = block.header.key.parts.map((part) => part.name);
  const way = wayTo(document.data.root, names, block) ?? [];
  names.forEach((name, depth) => {
    const value = under(schema, meaning, name);
    // Also where somebody wrote [stack] for [[stack]].
    const item =
      value.type?.kind === 'custom' && block.header?.kind === 'table'
        ? undefined
        : itemMeaning(value);
    meaning = { ...(item ?? value), datum: way[depth] };
  });
  return meaning;
}

/** The tables that lead to the one that a block's header made, that included and the root not. */
function wayTo(
  table: TableDatum,
  names: readonly string[],
  block: Block,
): TableDatum[] | undefined {
  const [name, ...rest] = names;
  if (name === undefined) {
    return table.form === 'header' && table.place.block === block ? [] : undefined;
  }
  // The last one first: that is the one mostly asked for while typing.
  for (const next of tablesIn(table.entries.get(name)?.value).toReversed()) {
    const way = wayTo(next, rest, block);
    if (way) return [next, ...way];
  }
  return undefined;
}

/** Calls `visit` with every value under a table, outer ones first. */
export function visitValues(schema: Schema, table: Meaning, visit: (value: Meaning) => void): void {
  for (const { name } of entriesOf(table).values()) {
    visitValue(schema, under(schema, table, name), visit);
  }
}

function visitValue(schema: Schema, value: Meaning, visit: (value: Meaning) => void): void {
  visit(value);
  const { datum } = value;
  if (datum?.kind === 'table') visitValues(schema, value, visit);
  if (datum?.kind !== 'array') return;
  for (const item of datum.items) {
    visitValue(schema, itemMeaning(value, item) ?? { datum: item }, visit);
  }
}
