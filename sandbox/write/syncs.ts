/** What is written about ResourceSyncs; `sync/` tells what they read here. */
import { commitSync } from '../engine/commit-sync.ts';
import { refreshPending } from '../sync/pending.ts';
import type { Writes } from './index.ts';

export const syncWrites: Writes = {
  RefreshResourceSyncPending: (core, { sync }) =>
    refreshPending(core, core.resources.get('ResourceSync', sync)),
  CommitSync: (core, { sync }, caller) => commitSync(core, sync, caller.id),
};
