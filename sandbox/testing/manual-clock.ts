/** A clock that moves only when it is told to. */
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

export class ManualClock implements Clock {
  #now: number;
  readonly #start: number;
  #timers: Timer[] = [];

  /** @param start milliseconds since 1970 */
  constructor(start: number) {
    this.#now = start;
    this.#start = start;
  }

  now(): number {
    return Math.floor(this.#now);
  }

  nanos(): bigint {
    return BigInt(Math.round((this.#now - this.#start) * 1e6));
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /**
   * Goes on by so many milliseconds; each timer is called at its time, and what it starts gets its turn before
   * `afterEach` is called.
   */
  async advance(ms: number, afterEach?: () => Promise<void>): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      await settle();
      const next = this.#timers
        .filter(({ at }) => at <= until)
        .reduce<Timer | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await settle();
      await afterEach?.();
    }
    this.#now = until;
  }
}

/** Lets everything happen that waits for no timer. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await setImmediate();
}
