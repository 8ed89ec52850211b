import type { Given } from './given.ts';
import { fits128, fits64 } from './numbers.ts';
import type { Json } from './json.ts';
import { refuse, refused, type Refused, refuseType, type Walk } from './walk.ts';

/** Any value, as JSON (the arguments of an Action); NaN and infinity become null. */
export function readAny(walk: Walk, given: Given): Json | Refused {
  switch (given.kind) {
    case 'string':
    case 'boolean':
      return given.value;
    case 'float':
      return Number.isFinite(given.value) ? given.value : null;
    case 'integer':
      if (fits64(given.value)) return given.value;
      if (!fits128(given.value)) return refuseType(walk, given, 'any valid JSON value');
      return refuse(walk, given, 'wrong-value', 'JSON number out of range');
    case 'null':
      return null;
    case 'array': {
      const items = given.items.map((item) => readAny(walk, item));
      return items.every((item) => item !== refused) ? items : refused;
    }
    case 'table': {
      const values = new Map<string, Json>();
      for (const { name, value } of given.entries) {
        const json = readAny(walk, value);
        if (json !== refused) values.set(name, json);
      }
      return values.size === given.entries.length ? values : refused;
    }
    case 'broken':
      return refuseType(walk, given, 'any valid JSON value');
  }
}
