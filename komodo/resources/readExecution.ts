import { type Schema, schemaFor } from '../schema/index.ts';
import { json } from './format.ts';
import { fromJson } from './fromJson.ts';
import type { Json, JsonObject } from './json.ts';
import type { Problem } from './problem.ts';
import { readType } from './readType.ts';
import { isObject } from './json.ts';

export interface ExecutionVerdict {
  /** The execution with the defaults of its params; left out where Core refuses it. */
  readonly value?: JsonObject;
  readonly problems: readonly Problem[];
}

/** Reads one execution as Core reads it from JSON: `{ "type": "DeployStack", "params": { … } }`. */
export function readExecution(execution: Json, schema: Schema = schemaFor()): ExecutionVerdict {
  const problems: Problem[] = [];
  const value = readType(
    {
      schema,
      format: json,
      owners: [],
      read: readType,
      tell: (problem) => problems.push(problem),
      passOver: () => undefined,
    },
    { kind: 'ref', name: 'Execution' },
    fromJson(execution),
  );
  return { problems, ...(isObject(value) && { value }) };
}
