/** CommitSync, which Core counts among the writes: it refuses before there is an Update. */
import type { Core } from '../core.ts';
import { CoreError } from '../errors.ts';
import type { JsonObject } from '../json/tree.ts';
import { textOf } from '../json/tree.ts';
import type { Update } from '../wire.ts';
import { recordDone } from './updates.ts';

/** Commits nothing, and says so, where Core would commit. Throws why it would not. */
export function commitSync(core: Core, sync: string, operator: string): Update {
  const { _id, config } = core.resources.get('ResourceSync', sync);
  if (config.managed !== true && !isFresh(config)) {
    throw new CoreError("Cannot commit to sync. Enabled 'managed' mode.");
  }
  const target = { type: 'ResourceSync', id: _id.$oid } as const;
  const stdout = 'simulated: nothing was committed';
  return recordDone(core, 'CommitSync', target, operator, [{ stage: 'Commit Sync', stdout }]);
}

/** Whether it has no source yet; comments are none. */
function isFresh(config: JsonObject): boolean {
  const { files_on_host, repo, linked_repo, file_contents } = config;
  const lines = textOf(file_contents).split('\n');
  return (
    files_on_host !== true &&
    textOf(repo) === '' &&
    textOf(linked_repo) === '' &&
    lines.every((line) => /^\s*(#|$)/.test(line))
  );
}
