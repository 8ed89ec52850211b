import assert from 'node:assert/strict';
import { Coalescer } from './coalescer.ts';

describe('coalescing', () => {
  it('runs once at a time for a key, and once more for all that was asked meanwhile', async () => {
    const calls = new Coalescer();
    const log: string[] = [];
    const task = async (): Promise<void> => {
      log.push('begin');
      await Promise.resolve();
      log.push('end');
    };
    void calls.run('a', task);
    void calls.run('a', task);
    void calls.run('b', task);
    await calls.run('a', task);
    await calls.idle();
    assert.deepEqual(log.join(' ').match(/begin|end/g)!.length, 6);
    assert.equal(calls.has('a'), false);
  });

  it('goes on after a task that failed', async () => {
    const calls = new Coalescer();
    await assert.rejects(calls.run('a', () => Promise.reject(new Error('once'))));
    await calls.run('a', () => Promise.resolve());
  });
});
