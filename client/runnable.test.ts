import assert from 'node:assert/strict';
import { relativeTime } from '../komodo/runs/relativeTime.ts';
import { runnableDescription, runnableOf, runnableTooltip } from './runnable.ts';
import type { RunnableListItem } from './runnable.ts';

const hour = 3600_000;
const now = 1_000_000 * hour;
const item = (info: Partial<RunnableListItem['info']>): RunnableListItem => ({
  id: '1',
  name: 'release_web',
  info: { state: 'Ok', ...info },
});
const description = (info: Partial<RunnableListItem['info']>): string =>
  runnableDescription(runnableOf('Procedure', item(info)), now);

describe('a moment seen from now', () => {
  it('is said in the largest unit that fits', () => {
    const at = (ms: number): string => relativeTime(now + ms, now);
    assert.deepEqual(
      [0, -59_000, -5 * 60_000, -3 * hour, -24 * hour, 2 * hour, 50 * hour].map(at),
      ['now', 'now', '5 min. ago', '3 hr. ago', 'yesterday', 'in 2 hr.', 'in 2 days'],
    );
  });
});

describe('a Procedure in a list', () => {
  it('says its state, its last run and its next one', () => {
    assert.equal(description({ state: 'Running', last_run_at: now }), 'running');
    assert.equal(
      description({ state: 'Failed', last_run_at: now - 3 * hour, next_scheduled_run: now + hour }),
      'failed 3 hr. ago · next in 1 hr.',
    );
    assert.equal(description({ state: 'Unknown' }), 'never ran');
    assert.equal(description({ state: 'Ok', last_run_at: null }), 'never ran');
    assert.equal(description({ state: 'Ok', last_run_at: now - 3 * hour }), 'ran 3 hr. ago');
    assert.equal(description({ state: 'SomethingNew' }), 'never ran');
  });

  it('says that its schedule is wrong, and in the tooltip why, without HTML', () => {
    const schedule_error = '<span style="color: var(--mantine-color-red-6)">ERROR</span>: no';
    assert.equal(description({ schedule_error }), 'never ran · schedule has an error');
    const tooltip = runnableTooltip(
      runnableOf('Procedure', item({ schedule_error, stages: 1 })),
      now,
    );
    assert.match(tooltip, /^\*\*release\\_web\*\* · Procedure, 1 stage\n/);
    assert.match(tooltip, /Schedule: ERROR: no$/);
  });
});
