import assert from 'node:assert/strict';
import { Lazily } from './lazily.ts';

describe('lazy work', () => {
  it('is begun by the first who waits for it, and once', async () => {
    let times = 0;
    const lazy = new Lazily(() => Promise.resolve(++times));
    const told = lazy.whenDone.then((result) => `done ${result}`);
    await Promise.resolve();
    assert.deepEqual([times, lazy.begun], [0, undefined]);
    assert.deepEqual([await lazy.promise, await lazy.promise, await lazy.begun], [1, 1, 1]);
    assert.equal(await told, 'done 1');
  });

  it('fails for all who wait', async () => {
    const lazy = new Lazily(() => Promise.reject(new Error('no')));
    assert.equal(await lazy.promise.catch((error: unknown) => String(error)), 'Error: no');
    await assert.rejects(lazy.promise, /no/);
    await assert.rejects(lazy.whenDone, /no/);
  });
});
