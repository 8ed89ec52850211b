/** The blocks of a resource file, found by their headers, whether Core takes the file or not. */
import {
  type HeaderKind,
  kindOfField,
  type Schema,
  type StructDefinition,
  schemaFor,
} from '../schema/index.ts';
import type { Datum, Entry, Place, TableDatum } from '../toml/index.ts';
import type { JsonObject } from './json.ts';

/** A text of the file and where it stands. */
export interface PlacedText {
  readonly text: string;
  readonly place: Place;
}

export interface ResourceNode {
  /** The header: `stack`, `user_group`, `variable` … */
  readonly kind: HeaderKind;
  readonly name?: PlacedText;
  readonly tags: readonly PlacedText[];
  readonly datum: TableDatum;
  /** The facts on the block's fields. */
  readonly definition: StructDefinition;
  readonly schema: Schema;
  /** The block as Core writes it; left out where Core refuses it. */
  readonly value?: JsonObject;
}

/**
 * All blocks, in the order of the file within each kind.
 * @param valueOf what Core makes of a block; nobody asks for it where only names count
 */
export function findResources(
  root: TableDatum,
  schema: Schema,
  valueOf: (block: TableDatum) => JsonObject | undefined = () => undefined,
): readonly ResourceNode[] {
  return [...root.entries.values()].flatMap((entry) => resourcesUnder(entry, schema, valueOf));
}

/** The blocks under one key of a file; none where Komodo takes none there. */
export function resourcesUnder(
  entry: Entry,
  schema: Schema,
  valueOf: (block: TableDatum) => JsonObject | undefined,
): readonly ResourceNode[] {
  const field = schema.root.byName.get(entry.name);
  if (field?.type.kind !== 'array' || field.type.of.kind !== 'ref') return [];
  const definition = schema.types.get(field.type.of.name) as StructDefinition;
  return tablesIn(entry.value).map((datum): ResourceNode => {
    const value = valueOf(datum);
    const before = known.get(datum);
    if (before?.definition === definition && before.value === value) return before;
    const name = textOf(memberOf(datum, definition, 'name')?.value);
    const node = {
      kind: kindOfField(field),
      ...(name && { name }),
      tags: textsOf(memberOf(datum, definition, 'tags')?.value),
      datum,
      definition,
      schema,
      ...(value && { value }),
    };
    known.set(datum, node);
    return node;
  });
}

/** A block that has not changed is the same node as before, so that what was found out about it can be kept. */
const known = new WeakMap<TableDatum, ResourceNode>();

/** The tables of an array of tables; a table alone counts as one. */
export function tablesIn(datum: Datum | undefined): readonly TableDatum[] {
  if (datum?.kind === 'table') return [datum];
  return datum?.kind === 'array' ? datum.items.filter((item) => item.kind === 'table') : [];
}

/** The entry that holds a field of a table, be it under the field's name or under an alias. */
export function memberOf(
  table: Datum | undefined,
  definition: StructDefinition,
  name: string,
): Entry | undefined {
  const field = definition.byName.get(name);
  if (table?.kind !== 'table' || !field) return undefined;
  for (const alias of [field.name, ...field.aliases]) {
    const entry = table.entries.get(alias);
    if (entry) return entry;
  }
  return undefined;
}

export function textOf(datum: Datum | undefined): PlacedText | undefined {
  return datum?.kind === 'scalar' && datum.node.kind === 'string'
    ? { text: datum.node.value, place: datum.place }
    : undefined;
}

/** The texts of an array; what is no text in it is left out. */
export function textsOf(datum: Datum | undefined): readonly PlacedText[] {
  const items = datum?.kind === 'array' ? datum.items : [];
  return items.map(textOf).filter((text) => text !== undefined);
}

/** The facts on a struct of the newest known version, or of the one given. */
export function structNamed(name: string, schema = schemaFor()): StructDefinition | undefined {
  const definition = schema.types.get(name);
  return definition?.kind === 'struct' ? definition : undefined;
}

/** The truth of a boolean; what is none counts as the default. */
export function flagOf(datum: Datum | undefined, byDefault: boolean): boolean {
  return datum?.kind === 'scalar' && datum.node.kind === 'boolean' ? datum.node.value : byDefault;
}

/** The table of a block's config, with the facts on its fields. */
export function configOf(
  resource: ResourceNode,
): { readonly table: Datum | undefined; readonly definition: StructDefinition } | undefined {
  const type = resource.definition.byName.get('config')?.type;
  const definition = type?.kind === 'ref' ? structNamed(type.name, resource.schema) : undefined;
  const table = memberOf(resource.datum, resource.definition, 'config')?.value;
  return definition && { table, definition };
}
