/** Time as the sandbox sees it; tests drive one by hand (`testing/manual-clock.ts`). */
export interface Clock {
  /** Milliseconds since 1970, whole. */
  now(): number;
  /** Nanoseconds since some fixed moment; never goes back. Durations in logs are made of it. */
  nanos(): bigint;
  /** Calls back once, after that many milliseconds; what is returned calls it off. */
  after(ms: number, callback: () => void): () => void;
}

/** What `setTimeout` can wait at most, in milliseconds. */
const longestTimeout = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  nanos: () => process.hrtime.bigint(),
  after(ms, callback) {
    let timer: NodeJS.Timeout;
    const wait = (left: number) => {
      timer = setTimeout(
        () => (left > longestTimeout ? wait(left - longestTimeout) : callback()),
        Math.min(left, longestTimeout),
      );
    };
    wait(ms);
    return () => clearTimeout(timer);
  },
};

/** Timers that can all be called off at once: a closed sandbox leaves none behind. */
export class Timers {
  readonly clock: Clock;
  readonly #pending = new Set<() => void>();
  #stopped = false;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  after(ms: number, callback: () => void): () => void {
    if (this.#stopped) return () => undefined;
    const cancel = this.clock.after(ms, () => {
      this.#pending.delete(cancel);
      callback();
    });
    this.#pending.add(cancel);
    return () => {
      this.#pending.delete(cancel);
      cancel();
    };
  }

  /** Never ends once {@link stop} was called. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#pending) cancel();
    this.#pending.clear();
  }
}
