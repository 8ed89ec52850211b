/**
 * JSON values as Core holds them: an integer is a bigint and any other number a float, since `5` and `5.0` are not the
 * same to it; the names of an object keep their order.
 */
import type { FactValue, Type } from '../schema/index.ts';
import { jsonFloat } from './rustText.ts';

export type Json = null | boolean | bigint | number | string | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

export function isObject(json: unknown): json is JsonObject {
  return json instanceof Map;
}

/** A value as Core writes it, on one line; NaN and infinity become null. */
export function jsonText(json: Json): string {
  switch (typeof json) {
    case 'string':
      return JSON.stringify(json);
    case 'number':
      return jsonFloat(json);
    case 'bigint':
    case 'boolean':
      return String(json);
    default:
      if (json === null) return 'null';
      if (isObject(json)) return `{${Array.from(json, entryText).join(',')}}`;
      return `[${json.map(jsonText).join(',')}]`;
  }
}

function entryText([name, value]: readonly [string, Json]): string {
  return `${JSON.stringify(name)}:${jsonText(value)}`;
}

/** A generated fact about a value of a type. */
export function fromFact(fact: FactValue, type?: Type): Json {
  if (typeof fact === 'number') {
    const isFloat = type?.kind === 'scalar' && (type.name === 'f32' || type.name === 'f64');
    return isFloat ? fact : BigInt(fact);
  }
  if (typeof fact !== 'object' || fact === null) return fact;
  if (Array.isArray(fact)) return fact.map((item: FactValue) => fromFact(item));
  return new Map(Object.entries(fact).map(([name, value]) => [name, fromFact(value)]));
}
