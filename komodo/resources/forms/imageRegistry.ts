import { json } from '../format.ts';
import { fromJson } from '../fromJson.ts';
import type { GivenTable } from '../given.ts';
import { isObject, type JsonObject } from '../json.ts';
import { readAny } from '../readAny.ts';
import { readStruct } from '../readStruct.ts';
import { refused, type Refused, type Walk } from '../walk.ts';
import { type FormReader, refuseForm, tableOf } from './reader.ts';

/**
 * The one registry that a build had before 1.19.1: a table, read as JSON so that its older form can be tried first,
 * `{ type = "Standard", params = { … } }` or `{ type = "None", params = {} }`.
 */
export const readImageRegistry: FormReader = (walk, type, given) => {
  if (given.kind !== 'table') return refuseForm(walk, type, given);
  const any = readAny(walk, given);
  if (!isObject(any)) return refused;
  const asJson: Walk = {
    ...walk,
    format: json,
    within: walk.within ?? (given.place ? { corePlace: given.place } : {}),
  };
  const definition = tableOf(walk, type);
  const read = (table: GivenTable, as: Walk) => readStruct(as, definition, table);
  const silent = { ...asJson, tell: () => undefined, passOver: () => undefined };
  const older = fromOlderForm(any, (table) => read(table, silent));
  return older === refused ? read(given, asJson) : older;
};

/** What the older form says, where the table has it. */
function fromOlderForm(
  table: JsonObject,
  read: (table: GivenTable) => JsonObject | Refused,
): JsonObject | Refused {
  const params = fromJson(table.get('params') ?? null);
  if (params.kind !== 'table') return refused;
  if (table.get('type') === 'Standard') return read(params);
  return table.get('type') === 'None' ? read({ kind: 'table', entries: [] }) : refused;
}
