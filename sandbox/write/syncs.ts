/** ResourceSyncs do nothing here: the sandbox reads the files of the workspace by itself. */
import { recordDone } from '../engine/updates.ts';
import type { Writes } from './index.ts';

export const syncWrites: Writes = {
  RefreshResourceSyncPending: (core, { sync }) => core.resources.get('ResourceSync', sync),
  CommitSync(core, { sync }, caller) {
    const { _id } = core.resources.get('ResourceSync', sync);
    const target = { type: 'ResourceSync', id: _id.$oid } as const;
    const stdout = 'simulated: nothing was committed';
    return recordDone(core, 'CommitSync', target, caller.id, [{ stage: 'Commit Sync', stdout }]);
  },
};
