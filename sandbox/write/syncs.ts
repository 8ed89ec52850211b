/** ResourceSyncs do nothing here: the sandbox reads the files of the workspace by itself. */
import { commitSync } from '../engine/commit-sync.ts';
import type { Writes } from './index.ts';

export const syncWrites: Writes = {
  RefreshResourceSyncPending: (core, { sync }) => core.resources.get('ResourceSync', sync),
  CommitSync: (core, { sync }, caller) => commitSync(core, sync, caller.id),
};
