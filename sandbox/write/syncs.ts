/** What is written about ResourceSyncs; `sync/` tells what they read here. */
import { debugText } from '../../komodo/resources/rustText.ts';
import { commitSync } from '../engine/commit-sync.ts';
import { CoreError, Panic } from '../errors.ts';
import { refreshPending } from '../sync/pending.ts';
import type { Writes } from './index.ts';

export const syncWrites: Writes = {
  RefreshResourceSyncPending(core, { sync }) {
    const resource = core.resources.get('ResourceSync', sync);
    try {
      return refreshPending(core, resource);
    } catch (error) {
      if (!(error instanceof Panic)) throw error;
      const task = core.random(2).readUInt16BE(0);
      const trace = [`task ${task} panicked with message ${debugText(error.message)}`];
      throw new CoreError('failure in spawned task', { trace });
    }
  },
  CommitSync: (core, { sync }, caller) => commitSync(core, sync, caller.id),
};
