/** What Komodo takes a place in a file for: the type that the schema gives to a path of keys. */
import type {
  Field,
  MapType,
  Schema,
  StructDefinition,
  TaggedDefinition,
  Type,
} from '../schema/index.ts';
import type { Datum, Entry, TableDatum } from '../toml/index.ts';
import { type ResourceNode, textOf } from './resource.ts';

export interface Meaning {
  /** Undefined where Komodo knows no such key, and for the name of a variant: `type` in `execution.type = "…"`. */
  readonly type?: Type | undefined;
  /** What has the key. */
  readonly owner?: StructDefinition | TaggedDefinition | undefined;
  /** The field of the owner, where that is a struct. */
  readonly field?: Field | undefined;
  /**
   * The variant named beside it, for the content of a tagged enum: `DeployStack` for `execution.params`; `Stack` for the
   * resources of a `RunSync` whose `resource_type` it is.
   */
  readonly variant?: string | undefined;
  /** What the file says there. */
  readonly datum?: Datum | undefined;
}

/** What takes keys. */
export type Container = StructDefinition | TaggedDefinition | MapType;

/** What a whole file means. */
export function fileMeaning({ root }: Schema, datum: TableDatum): Meaning {
  return { type: { kind: 'ref', name: root.name }, datum };
}

/** What a block of a resource file means. */
export function meaningOf({ definition, datum }: ResourceNode): Meaning {
  return { type: { kind: 'ref', name: definition.name }, datum };
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
      const meaning = { owner, field, type: field?.type, datum };
      // Of which kind these are is said beside them.
      if (owner.name !== 'RunSync' || name !== 'resources') return meaning;
      return { ...meaning, variant: textOf(entriesOf(table).get('resource_type')?.value)?.text };
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
