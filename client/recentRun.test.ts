import assert from 'node:assert/strict';
import { recentRunDescription, recentRunIcon, recentRuns } from './recentRun.ts';
import type { UpdateItem } from './recentRun.ts';

const update = (more: Partial<UpdateItem>): UpdateItem => ({
  id: 'u1',
  operation: 'RunProcedure',
  start_ts: 1000,
  success: true,
  status: 'Complete',
  username: 'admin',
  operator: 'someone',
  target: { type: 'Procedure', id: 'p1' },
  ...more,
});

describe('recent runs', () => {
  it('are the runs among the Updates, by name where it is known', () => {
    const runs = recentRuns(
      [
        update({ id: '1', status: 'InProgress' }),
        update({ id: '2', success: false, target: { type: 'Procedure', id: 'gone' } }),
        update({ id: '3', operation: 'RunAction', target: { type: 'Action', id: 'a1' } }),
        update({ id: '4', operation: 'UpdateProcedure' }),
        update({ id: '6', operator: '000000000000000000000001' }),
        update({ id: '5', operation: 'DeployStack', target: { type: 'Stack', id: 's1' } }),
      ],
      (kind, id) => (id === 'gone' ? undefined : `${kind} ${id}`),
    );
    assert.deepEqual(
      runs.map(({ id, name, status }) => `${id} ${name} ${status}`),
      ['1 Procedure p1 running', '2 gone failed', '3 Action a1 ok'],
    );
  });

  it('tell those that somebody has cancelled from those that failed', () => {
    const updates = ['1', '2'].map((id) => update({ id, success: false }));
    const runs = recentRuns(updates, () => 'nightly', new Set(['2']));
    assert.deepEqual(
      runs.map((run) => [run.status, recentRunDescription(run, 1000), recentRunIcon(run).icon]),
      [
        ['failed', 'now · admin', 'error'],
        ['cancelled', 'cancelled, began now · admin', 'circle-slash'],
      ],
    );
  });

  it('say when they began and by whom', () => {
    const [run] = recentRuns([update({})], () => 'nightly');
    assert.ok(run);
    assert.equal(recentRunDescription(run, 1000 + 5 * 60_000), '5 min. ago · admin');
    assert.equal(
      recentRunDescription({ ...run, status: 'running' }, 1000),
      'running, began now · admin',
    );
  });
});
