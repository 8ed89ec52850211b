import type { Field, StructDefinition } from '../schema/index.ts';
import type { Given, GivenArray, GivenEntry, GivenTable } from './given.ts';
import { fromFact, type Json, type JsonObject } from './json.ts';
import { elements } from './rustText.ts';
import { readingAsOne, refuse, refused, type Refused, refuseType, type Walk } from './walk.ts';

/** Values by the fields that hold them. */
type Values = Map<Field, Json>;

/** Reads a struct from a table, or from an array that holds its fields in order. */
export function readStruct(
  walk: Walk,
  definition: StructDefinition,
  given: Given,
): JsonObject | Refused {
  // The variant of an enum that holds fields, other than a struct, is read from a table alone.
  const isVariant = definition.name.includes('::');
  if (given.kind !== 'table' && (given.kind !== 'array' || isVariant)) {
    const expected = isVariant ? `variant ${definition.name}` : rustName(definition);
    return refuseType(walk, given, `struct ${expected}`);
  }
  const values =
    given.kind === 'table'
      ? fromTable(walk, definition, given)
      : fromArray(readingAsOne(walk, given), definition, given);
  return values === refused ? refused : written(definition, values);
}

/** All kinds of block are one generic struct. */
function rustName({ name }: StructDefinition): string {
  return name.replace(/<.*>$/, '');
}

function fromTable(walk: Walk, definition: StructDefinition, table: GivenTable): Values | Refused {
  const values: Values = new Map();
  /** The names under which they are given first. */
  const seen = new Map<Field, string>();
  let isRefused = false;
  const owner = { definition, table, ...(walk.name !== undefined && { name: walk.name }) };
  const inside = { ...walk, owners: [...walk.owners, owner] };
  for (const entry of table.entries) {
    const field = definition.byName.get(entry.name);
    if (!field) {
      walk.passOver(inside, entry);
      continue;
    }
    const first = seen.get(field);
    const value =
      first === undefined
        ? readField(inside, definition, field, entry.value, entry.name)
        : refuseDouble(walk, field, entry, table, first);
    seen.set(field, first ?? entry.name);
    if (value === refused) isRefused = true;
    else values.set(field, value);
  }
  for (const field of definition.fields) {
    if (!field.required || seen.has(field)) continue;
    const data = { field: field.preferred ?? field.name };
    refuse(walk, table, 'missing-field', `missing field \`${field.name}\``, { data });
    isRefused = true;
  }
  return isRefused ? refused : values;
}

/** A field is given under its name and an alias, or under two of them. Core points at the table. */
function refuseDouble(
  walk: Walk,
  field: Field,
  { name, key }: GivenEntry,
  table: GivenTable,
  first: string,
): Refused {
  return refuse(walk, table, 'duplicate-field', `duplicate field \`${field.name}\``, {
    ...(key && { place: key }),
    ...(table.place && { corePlace: table.place }),
    advice: `\`${first}\` and \`${name}\` are one to Core: use one of them.`,
    data: { suggestions: [first] },
  });
}

function fromArray(walk: Walk, definition: StructDefinition, array: GivenArray): Values | Refused {
  const values: Values = new Map();
  let isRefused = false;
  const { fields } = definition;
  for (const [at, field] of fields.entries()) {
    const item = array.items[at];
    if (item) {
      const value = readField(walk, definition, field, item);
      if (value === refused) isRefused = true;
      else values.set(field, value);
    } else if (!hasDefaultInArray(definition, field)) {
      const expected = `struct ${rustName(definition)} with ${elements(fields.length)}`;
      const message = `invalid length ${at}, expected ${expected}`;
      return refuse(walk, array, 'wrong-length', message);
    }
  }
  const message = walk.format.tooLong(array, fields.length);
  if (message !== undefined) return refuse(walk, array, 'wrong-length', message);
  return isRefused ? refused : values;
}

function isOptional(definition: StructDefinition, field: Field): boolean {
  return definition.full !== undefined || (!field.required && field.default === null);
}

/**
 * serde wants an item of an array even for a field that may be left out of a table, unless the field names a default: in
 * a partial config those do that take "null" by a reader of their own.
 */
function hasDefaultInArray(definition: StructDefinition, field: Field): boolean {
  if (definition.full !== undefined)
    return field.type.kind === 'custom' && field.type.expecting.startsWith('null or ');
  return !field.required && field.default !== null;
}

function readField(
  walk: Walk,
  definition: StructDefinition,
  field: Field,
  given: Given,
  name?: string,
): Json | Refused {
  if (given.kind === 'null' && isOptional(definition, field)) return null;
  // Nothing in a scalar asks for the name.
  const isPlain = name === undefined || field.type.kind === 'scalar';
  return walk.read(isPlain ? walk : { ...walk, name }, field.type, given);
}

/** The struct as Core writes it. */
function written({ fields, full }: StructDefinition, values: Values): JsonObject {
  const object = new Map<string, Json>();
  for (const field of fields) {
    const value = values.get(field);
    if (field.isNeverWritten) continue;
    if (full !== undefined) {
      if (value !== undefined && value !== null) object.set(field.name, value);
    } else if (!(field.defaultIsNotWritten && isDefault(field, value))) {
      object.set(field.name, value ?? defaultOf(field));
    }
  }
  return object;
}

const defaults = new WeakMap<Field, Json>();

/** What holds where a field that may be left out is not given. */
function defaultOf(field: Field): Json {
  let json = defaults.get(field);
  if (json === undefined) {
    json = fromFact(field.default ?? null, field.type);
    defaults.set(field, json);
  }
  return json;
}

/** Defaults that are not written are empty texts and lists, `false` and the variant that stands for nothing. */
function isDefault({ default: fact }: Field, value: Json | undefined): boolean {
  if (value === undefined) return true;
  return Array.isArray(fact) && Array.isArray(value) ? value.length === 0 : value === fact;
}
