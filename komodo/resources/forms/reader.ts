import type { CustomType, StructDefinition } from '../../schema/index.ts';
import type { Given } from '../given.ts';
import type { Json } from '../json.ts';
import { type Refused, refuseType, type Walk } from '../walk.ts';

/** Reads a type that looks at the value itself. */
export type FormReader = (walk: Walk, type: CustomType, given: Given) => Json | Refused;

export function refuseForm(walk: Walk, { expecting }: CustomType, given: Given): Refused {
  return refuseType(walk, given, expecting);
}

/** The struct that a table of the type must be. */
export function tableOf({ schema }: Walk, { table }: CustomType): StructDefinition {
  return schema.types.get(table!) as StructDefinition;
}
