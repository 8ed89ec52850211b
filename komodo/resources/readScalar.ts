import type { ScalarName, ScalarType } from '../schema/index.ts';
import type { Given } from './given.ts';
import { fits64 } from './numbers.ts';
import type { Json } from './json.ts';
import { readAny } from './readAny.ts';
import { refuse, type Refused, refuseType, type Walk } from './walk.ts';

const bounds: Partial<Record<ScalarName, readonly [bigint, bigint]>> = {
  i32: [-(2n ** 31n), 2n ** 31n - 1n],
  i64: [-(2n ** 63n), 2n ** 63n - 1n],
  u8: [0n, 2n ** 8n - 1n],
  u32: [0n, 2n ** 32n - 1n],
};

export function readScalar(walk: Walk, { name }: ScalarType, given: Given): Json | Refused {
  switch (name) {
    case 'string':
      return given.kind === 'string' ? given.value : refuseType(walk, given, 'a string');
    case 'bool':
      return given.kind === 'boolean' ? given.value : refuseType(walk, given, 'a boolean');
    case 'f32':
    case 'f64':
      return readFloat(walk, name, given);
    case 'any':
      return readAny(walk, given);
    default:
      return readInteger(walk, name, given);
  }
}

function readInteger(walk: Walk, name: ScalarName, given: Given): bigint | Refused {
  if (given.kind !== 'integer' || !fits64(given.value)) return refuseType(walk, given, name);
  const [least, greatest] = bounds[name]!;
  if (given.value >= least && given.value <= greatest) return given.value;
  const message = `invalid value: ${walk.format.found(given)}, expected ${name}`;
  return refuse(walk, given, 'wrong-value', message);
}

function readFloat(walk: Walk, name: 'f32' | 'f64', given: Given): number | Refused {
  const isNumber = given.kind === 'float' || (given.kind === 'integer' && fits64(given.value));
  if (!isNumber) return refuseType(walk, given, name);
  const value = Number(given.value);
  return name === 'f32' ? Math.fround(value) : value;
}
