import assert from 'node:assert/strict';
import { fileErrors, pendingLines, syncError } from './pendingSync.ts';
import type { PendingSync } from './pendingSync.ts';

const sync = (info: PendingSync['info']): PendingSync => ({ name: 'main', info: info ?? {} });
const create = (name: string) => ({
  target: { type: 'Procedure' },
  data: { type: 'Create', data: { name, proposed: '' } },
});

describe('the pending changes of a ResourceSync', () => {
  it('are named one by one', () => {
    const lines = pendingLines(
      sync({
        resource_updates: [
          create('nightly'),
          {
            target: { type: 'Action' },
            data: {
              type: 'Update',
              data: { current: '[[action]]\nname = "backup"\n', proposed: '' },
            },
          },
        ],
        variable_updates: [{ type: 'Delete', data: { current: '[[variable]]\nname = "OLD"' } }],
        pending_deploys: [
          {
            target: { type: 'Stack', id: 'web' },
            reason: 'stack has <span style="color: var(--mantine-color-red-6)">down</span> state',
          },
        ],
      }),
    );
    assert.deepEqual(lines, [
      'Create Procedure nightly',
      'Update Action backup',
      'Delete Variable OLD',
      'then deploy Stack web: stack has down state',
    ]);
  });

  it('are counted when there are very many', () => {
    const resource_updates = Array.from({ length: 25 }, (_, i) => create(`p${i}`));
    assert.equal(pendingLines(sync({ resource_updates })).at(-1), 'and 5 more');
  });

  it('can be none', () => {
    assert.deepEqual(pendingLines(sync({})), []);
  });

  it('are kept back by errors in files, which are said without HTML', () => {
    const contents = '<span style="color: var(--mantine-color-red-6)">ERROR</span>: no such file';
    const broken = sync({ pending_error: 'x', remote_errors: [{ path: 'all', contents }] });
    assert.deepEqual(fileErrors(broken), ['ERROR: no such file']);
    assert.equal(syncError(sync({ pending_error: contents })), 'ERROR: no such file');
    assert.equal(syncError(sync({ pending_deploy_error: contents })), 'ERROR: no such file');
    assert.equal(syncError(sync({ pending_error: null, pending_deploy_error: null })), undefined);
  });
});
