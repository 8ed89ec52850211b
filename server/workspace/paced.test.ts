import assert from 'node:assert/strict';
import { Paced, type Clock } from './paced.ts';

/** Time that passes when told to, and while a job says it works. */
class TestClock implements Clock {
  time = 0;
  /** Milliseconds that the job works. */
  costs = 0;
  #timers = new Set<{ at: number; job: () => void }>();
  now = () => this.time;
  after = (milliseconds: number, job: () => void) => {
    const timer = { at: this.time + milliseconds, job };
    this.#timers.add(timer);
    return { cancel: () => void this.#timers.delete(timer) };
  };
  pass(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const next = [...this.#timers].sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.#timers.delete(next);
      this.time = Math.max(this.time, next.at);
      next.job();
    }
    this.time = Math.max(this.time, end);
  }
}

describe('paced work', () => {
  function start(cost: number) {
    const clock = new TestClock();
    clock.costs = cost;
    const runs: number[] = [];
    const paced = new Paced<string>(() => {
      runs.push(clock.time);
      clock.time += clock.costs;
    }, clock);
    return { clock, runs, paced };
  }

  it('is done at once, once for a burst', () => {
    const { clock, runs, paced } = start(50);
    for (let i = 0; i < 3; i++) paced.request('a');
    assert.deepEqual(runs, []);
    clock.pass(0);
    assert.deepEqual(runs, [0]);
  });

  it('rests as long as it takes, from the second time on', () => {
    const { clock, runs, paced } = start(50);
    for (let i = 0; i < 11; i++) {
      paced.request('a');
      clock.pass(10);
    }
    assert.deepEqual(runs, [0, 50, 150]);
  });

  it('does not rest after a run that was longer than others', () => {
    const { clock, runs, paced } = start(10);
    paced.request('a');
    clock.pass(100);
    clock.costs = 300;
    paced.request('a');
    clock.pass(0);
    paced.request('a');
    clock.pass(10);
    assert.deepEqual(runs, [0, 100, 410]);
  });

  it('is done at once again after a pause', () => {
    const { clock, runs, paced } = start(50);
    paced.request('a');
    clock.pass(950);
    paced.request('a');
    clock.pass(0);
    assert.deepEqual(runs, [0, 950]);
  });

  it('is not done for what was forgotten', () => {
    const { clock, runs, paced } = start(1);
    paced.request('a');
    paced.forget('a');
    clock.pass(100);
    assert.deepEqual(runs, []);
  });

  it('goes on after a job that failed', () => {
    const clock = new TestClock();
    let calls = 0;
    const paced = new Paced<string>(() => {
      if (++calls === 1) throw new Error('first');
    }, clock);
    paced.request('a');
    assert.throws(() => clock.pass(0), /first/);
    paced.request('a');
    clock.pass(0);
    assert.equal(calls, 2);
  });
});
