import assert from 'node:assert/strict';
import { inSlices } from './slices.ts';

/** A clock that goes on by so many milliseconds with every step of the work, and what waits for its next slice. */
function clockWith(step: number) {
  let now = 0;
  const waiting: (() => void)[] = [];
  const after = (_: number, job: () => void) => {
    waiting.push(job);
    return { cancel: () => void waiting.splice(waiting.indexOf(job), 1) };
  };
  const steps = function* (count: number) {
    for (let number = 0; number < count; number++) {
      yield;
      now += step;
    }
  };
  return { clock: { now: () => now, after }, waiting, steps };
}

describe('work in slices', () => {
  it('that is short is done at once', () => {
    const { clock, waiting, steps } = clockWith(1);
    let isDone = false;
    inSlices(steps(5), () => (isDone = true), clock);
    assert.ok(isDone);
    assert.deepEqual(waiting, []);
  });

  it('that is long lets others come in between', () => {
    const { clock, waiting, steps } = clockWith(4);
    let isDone = false;
    inSlices(steps(8), () => (isDone = true), clock);
    let slices = 1;
    for (let next = waiting.shift(); next; next = waiting.shift(), slices++) next();
    assert.equal(slices, 3);
    assert.ok(isDone);
  });

  it('is not done when it is left off', () => {
    const { clock, waiting, steps } = clockWith(4);
    const work = inSlices(steps(8), () => assert.fail('done'), clock);
    work.cancel();
    assert.deepEqual(waiting, []);
  });
});
