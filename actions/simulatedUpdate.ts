import { randomBytes } from 'node:crypto';
import type { Item } from './requests.ts';

/** An Update of something that has ended well, and says that it was none. */
export function simulatedUpdate(type: string): Item {
  const now = Date.now();
  const log = {
    stage: 'Rehearsal',
    command: '',
    stdout: `${type} was simulated: nothing was done`,
    stderr: '',
    success: true,
    start_ts: now,
    end_ts: now,
  };
  return {
    _id: { $oid: randomBytes(12).toString('hex') },
    operation: type,
    start_ts: now,
    end_ts: now,
    success: true,
    operator: '',
    target: { type: 'System', id: '' },
    logs: [log],
    status: 'Complete',
  };
}
