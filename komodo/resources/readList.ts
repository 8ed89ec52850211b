import type { ArrayType, MapType, SetType, Type } from '../schema/index.ts';
import type { Given } from './given.ts';
import { type Json, type JsonObject, jsonText } from './json.ts';
import { enumOf, variantNamed } from './readEnum.ts';
import { refused, type Refused, refuseType, type Walk } from './walk.ts';

export function readArray(walk: Walk, { of }: ArrayType, given: Given): readonly Json[] | Refused {
  if (given.kind === 'array') return readItems(walk, of, given.items);
  const isOfTables = given.kind === 'table' && given.datum && !given.isDate && of.kind === 'ref';
  return refuseType(walk, given, 'a sequence', ...(isOfTables ? ['as-tables' as const] : []));
}

/** All items; one that is refused is enough to refuse them all. */
export function readItems(
  walk: Walk,
  of: Type,
  items: readonly Given[],
): readonly Json[] | Refused {
  const values = items.map((item) => walk.read(walk, of, item));
  return values.every((value) => value !== refused) ? values : refused;
}

export function readSet(walk: Walk, { of }: SetType, given: Given): readonly Json[] | Refused {
  if (given.kind !== 'array') return refuseType(walk, given, 'a set');
  const values = readItems(walk, of, given.items);
  if (values === refused) return refused;
  return [...new Map(values.map((value) => [jsonText(value), value])).values()];
}

export function readMap(walk: Walk, { key, value }: MapType, given: Given): JsonObject | Refused {
  if (given.kind !== 'table') return refuseType(walk, given, 'a map');
  const keys = key.kind === 'ref' ? enumOf(walk, key.name) : undefined;
  const read = new Map<string, Json>();
  for (const entry of given.entries) {
    const name = keys
      ? variantNamed(walk, keys, entry.name, { place: entry.key ?? given.place })
      : entry.name;
    const json = walk.read({ ...walk, name: entry.name }, value, entry.value);
    if (name !== refused && json !== refused) read.set(name, json);
  }
  return read.size === given.entries.length ? read : refused;
}
