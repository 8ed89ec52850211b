/** Configs in one form, be they out of a file or out of a Core. */
import {
  fromFact,
  isObject,
  readConfig,
  type Json,
  type JsonObject,
  type ResourceNode,
} from '../resources/index.ts';
import type { Field, Schema, StructDefinition, Type } from '../schema/index.ts';
import type { StoredResource } from './storedResource.ts';

/** A value of a config; its path is written as in a file. */
export interface ConfigValue {
  readonly path: readonly string[];
  readonly field?: Field;
  readonly value: Json;
  /** It is what holds where a file says nothing. */
  readonly isDefault: boolean;
}

/** Reads plain JSON (from an answer of Core) with numbers as Core has them: 5 is an integer. */
export function jsonOf(plain: unknown): Json {
  if (Array.isArray(plain)) return plain.map(jsonOf);
  if (typeof plain === 'number') return Number.isInteger(plain) ? BigInt(plain) : plain;
  if (typeof plain === 'object' && plain !== null)
    return new Map(Object.entries(plain).map(([name, value]) => [name, jsonOf(value)]));
  return typeof plain === 'string' || typeof plain === 'boolean' ? plain : null;
}

/**
 * All values of a stored config, as Core would write them into a file.
 * @returns undefined where the schema does not fit it, as for a Core that is newer than we are
 */
export function storedValues(
  stored: StoredResource,
  definition: StructDefinition,
  schema: Schema,
): readonly ConfigValue[] | undefined {
  const type = definition.byName.get('config')?.type;
  const config = type && readConfig(type, jsonOf(stored.config), schema);
  return config && valuesOf(config, type, schema);
}

/** All values of the config in a file, the defaults of what it leaves out included. */
export function writtenValues({
  value,
  definition,
  schema,
}: ResourceNode): readonly ConfigValue[] | undefined {
  const type = definition.byName.get('config')?.type;
  if (!value || !type) return undefined;
  const config = value.get('config');
  return valuesOf(isObject(config) ? config : new Map<string, Json>(), type, schema);
}

function valuesOf(config: JsonObject, type: Type, schema: Schema): readonly ConfigValue[] {
  const definition = type.kind === 'ref' ? schema.types.get(type.name) : undefined;
  if (definition?.kind === 'struct') return fieldValues(definition, config, ['config']);
  if (definition?.kind !== 'tagged') return [];
  const { tag, content, byName } = definition;
  const variant = config.get(tag) ?? null;
  const params = config.get(content);
  const inner = typeof variant === 'string' ? byName.get(variant)?.content : undefined;
  const struct = inner?.kind === 'ref' ? schema.types.get(inner.name) : undefined;
  return [
    { path: ['config', tag], value: variant, isDefault: variant === null },
    ...(struct?.kind === 'struct'
      ? fieldValues(struct, isObject(params) ? params : new Map<string, Json>(), [
          'config',
          content,
        ])
      : []),
  ];
}

function fieldValues(
  { fields }: StructDefinition,
  object: JsonObject,
  path: readonly string[],
): readonly ConfigValue[] {
  return fields.map((field) => {
    const byDefault = fromFact(field.default ?? null, field.type);
    const value = object.get(field.name) ?? byDefault;
    return {
      path: [...path, field.preferred ?? field.name],
      field,
      value,
      isDefault: isSame(value, byDefault),
    };
  });
}

/** Whether Core sees no difference between two values; it takes the order of a list for one. */
export function isSame(a: Json, b: Json): boolean {
  if (isObject(a) && isObject(b)) {
    const names = [...new Set([...a.keys(), ...b.keys()])];
    return names.every((name) => isSame(a.get(name) ?? null, b.get(name) ?? null));
  }
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]!));
  }
  // In JSON a float that is whole has no point.
  return isNumber(a) && isNumber(b) ? Number(a) === Number(b) : a === b;
}

/** Tells what `Array.isArray` can't of a read-only list. */
export function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function isNumber(json: Json): json is number | bigint {
  return typeof json === 'number' || typeof json === 'bigint';
}
