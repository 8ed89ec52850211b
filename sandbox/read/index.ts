/** POST /read: what is there. */
import type { Core } from '../core.ts';
import type { Call } from '../requests/index.ts';
import { unavailable } from '../unavailable.ts';
import type { ReadName, ReadParams } from '../wire.ts';
import { emptyReads } from './empty.ts';
import { exportReads } from './export.ts';
import { infoReads } from './info.ts';
import { resourceReads } from './resources.ts';
import { scheduleReads } from './schedules.ts';
import { serverReads } from './servers.ts';
import { tagReads } from './tags.ts';
import { updateReads } from './updates.ts';
import { userReads } from './users.ts';
import { variableReads } from './variables.ts';

/** Answers to requests by their names. */
export type Reads = { readonly [T in ReadName]?: (core: Core, params: ReadParams<T>) => unknown };
type AnyRead = (core: Core, params: Call['params']) => unknown;

const reads: ReadonlyMap<string, AnyRead> = new Map(
  [
    emptyReads,
    exportReads,
    infoReads,
    resourceReads,
    scheduleReads,
    serverReads,
    tagReads,
    updateReads,
    userReads,
    variableReads,
  ].flatMap((group) => Object.entries(group as Record<string, AnyRead>)),
);

/** Throws a CoreError for what Core refuses and for what the sandbox does not have. */
export function read(core: Core, { type, params }: Call): unknown {
  const answer = reads.get(type);
  if (!answer) throw unavailable(type);
  return answer(core, params);
}
