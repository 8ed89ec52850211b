/** POST /write: changes to what is there, in memory; no file changes. */
import type { Caller, Core } from '../core.ts';
import type { Call } from '../requests/index.ts';
import { unavailable } from '../unavailable.ts';
import type { WriteName, WriteParams } from '../wire.ts';
import { resourceWrites } from './resources.ts';
import { syncWrites } from './syncs.ts';
import { tagWrites } from './tags.ts';
import { variableWrites } from './variables.ts';

/** Answers to requests by their names. */
export type Writes = {
  readonly [T in WriteName]?: (core: Core, params: WriteParams<T>, caller: Caller) => unknown;
};
type AnyWrite = (core: Core, params: Call['params'], caller: Caller) => unknown;

const writes: ReadonlyMap<string, AnyWrite> = new Map(
  [resourceWrites, syncWrites, tagWrites, variableWrites].flatMap((group) =>
    Object.entries(group as Record<string, AnyWrite>),
  ),
);

/** Throws a CoreError for what Core refuses and for what the sandbox does not have. */
export function write(core: Core, { type, params }: Call, caller: Caller): unknown {
  const answer = writes.get(type);
  if (!answer) throw unavailable(type);
  return answer(core, params, caller);
}
