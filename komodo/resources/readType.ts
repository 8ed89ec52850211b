import type { Definition, Type } from '../schema/index.ts';
import { formReaders } from './forms/index.ts';
import type { Given } from './given.ts';
import type { Json } from './json.ts';
import { readEnum } from './readEnum.ts';
import { readArray, readMap, readSet } from './readList.ts';
import { readScalar } from './readScalar.ts';
import { readStruct } from './readStruct.ts';
import { readTagged } from './readTagged.ts';
import type { Refused, Walk } from './walk.ts';

/** Reads a value of any type. */
export function readType(walk: Walk, type: Type, given: Given): Json | Refused {
  switch (type.kind) {
    case 'scalar':
      return readScalar(walk, type, given);
    case 'array':
      return readArray(walk, type, given);
    case 'set':
      return readSet(walk, type, given);
    case 'map':
      return readMap(walk, type, given);
    case 'ref':
      return readDefined(walk, walk.schema.types.get(type.name)!, given);
    case 'custom':
      return formReaders[type.form](walk, type, given);
  }
}

function readDefined(walk: Walk, definition: Definition, given: Given): Json | Refused {
  switch (definition.kind) {
    case 'struct':
      return readStruct(walk, definition, given);
    case 'enum':
      return readEnum(walk, definition, given);
    case 'tagged':
      return readTagged(walk, definition, given);
  }
}
