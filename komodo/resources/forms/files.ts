import type { Json } from '../json.ts';
import { readStruct } from '../readStruct.ts';
import { type FormReader, refuseForm, tableOf } from './reader.ts';

/** Reads a table, or its path alone. */
function fileReader(fromPath: (path: string) => Json): FormReader {
  return (walk, type, given) => {
    if (given.kind === 'string') return fromPath(given.value);
    return given.kind === 'table'
      ? readStruct(walk, tableOf(walk, type), given)
      : refuseForm(walk, type, given);
  };
}

export const readEnvFile = fileReader(
  (path) =>
    new Map<string, Json>([
      ['path', path],
      ['track', true],
    ]),
);
export const readFileDependency = fileReader((path) => new Map([['path', path]]));
