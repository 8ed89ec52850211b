import { type Schema, schemaFor, type StructDefinition, type Type } from '../schema/index.ts';
import { json } from './format.ts';
import { fromJson } from './fromJson.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import type { Problem } from './problem.ts';
import { readStruct } from './readStruct.ts';
import { readType } from './readType.ts';
import type { Refused, Walk } from './walk.ts';

export interface RequestVerdict {
  /** What was read, with the defaults of what was not given; left out where serde refuses it. */
  readonly value?: JsonObject;
  readonly problems: readonly Problem[];
}

/** Reads one execution as Core reads it from JSON: `{ "type": "DeployStack", "params": { … } }`. */
export function readExecution(execution: Json, schema: Schema = schemaFor()): RequestVerdict {
  const type: Type = { kind: 'ref', name: 'Execution' };
  return verdictOf(schema, (walk) => readType(walk, type, fromJson(execution)));
}

/** Reads a config as Core reads it from JSON; undefined where serde refuses it. */
export function readConfig(type: Type, config: Json, schema: Schema): JsonObject | undefined {
  return verdictOf(schema, (walk) => readType(walk, type, fromJson(config))).value;
}

/** Reads a struct from JSON by the rules of serde. */
export function readRequest(definition: StructDefinition, request: Json): RequestVerdict {
  return verdictOf(schemaFor(), (walk) => readStruct(walk, definition, fromJson(request)));
}

function verdictOf(schema: Schema, read: (walk: Walk) => Json | Refused): RequestVerdict {
  const problems: Problem[] = [];
  const value = read({
    schema,
    format: json,
    owners: [],
    read: readType,
    tell: (problem) => problems.push(problem),
    passOver: () => undefined,
  });
  return { problems, ...(isObject(value) && { value }) };
}
