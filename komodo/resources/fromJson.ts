import type { Given } from './given.ts';
import { isObject, type Json } from './json.ts';

/** A JSON value as serde is handed it; the names of an object keep their order. */
export function fromJson(json: Json): Given {
  switch (typeof json) {
    case 'string':
      return { kind: 'string', value: json };
    case 'bigint':
      return { kind: 'integer', value: json };
    case 'number':
      return { kind: 'float', value: json };
    case 'boolean':
      return { kind: 'boolean', value: json };
    default:
      if (json === null) return { kind: 'null' };
      if (isObject(json)) {
        const entries = Array.from(json, ([name, value]) => ({ name, value: fromJson(value) }));
        return { kind: 'table', entries };
      }
      return { kind: 'array', items: json.map(fromJson) };
  }
}
