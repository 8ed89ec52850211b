import assert from 'node:assert/strict';
import type { CoreUpdate } from '../komodo/runs/index.ts';
import { cancelledRuns } from './cancelledRuns.ts';
import type { UpdateItem } from './recentRun.ts';

const item = (id: string, operation: string, start_ts: number, success = false): UpdateItem => ({
  ...{ id, operation, start_ts, success, status: 'Complete', username: 'admin', operator: 'u1' },
  target: { type: operation.endsWith('Action') ? 'Action' : 'Procedure', id: 'x' },
});

/** A Core that knows how those runs of an Action ended, and counts what it is asked. */
function coreWith(stderr: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const read = (_type: string, { id }: { id: string }): Promise<CoreUpdate> => {
    asked.push(id);
    const log = { stage: 'Execute Action', command: '', stdout: '', start_ts: 0, end_ts: 0 };
    const logs = [{ ...log, stderr: stderr[id]!, success: false }];
    return Promise.resolve({ ...item(id, 'RunAction', 0), logs } as unknown as CoreUpdate);
  };
  return { asked, client: { read } as unknown as Parameters<typeof cancelledRuns>[0] };
}

describe('cancelled runs', () => {
  it('are those that Core has cancelled, and nothing else is asked about', async () => {
    const { client, asked } = coreWith({ '2': 'Command cancelled (process group killed)' });
    const updates = [
      item('4', 'RunAction', 40),
      item('3', 'CancelAction', 30, true),
      item('2', 'RunAction', 20),
      item('1', 'RunAction', 10),
    ];
    assert.deepEqual([...(await cancelledRuns(client, updates))], ['2']);
    await cancelledRuns(client, updates);
    assert.deepEqual(asked, ['2']);
  });

  it('are not those that failed by themselves', async () => {
    const { client } = coreWith({ '1': 'no disk' });
    const updates = [item('2', 'CancelAction', 20, true), item('1', 'RunAction', 10)];
    assert.equal((await cancelledRuns(client, updates)).size, 0);
  });

  it('are none where nothing was cancelled, or that was refused', async () => {
    const { client, asked } = coreWith({});
    const updates = [item('2', 'CancelProcedure', 20, false), item('1', 'RunProcedure', 10)];
    assert.equal((await cancelledRuns(client, updates)).size, 0);
    assert.deepEqual(asked, []);
  });
});
