/**
 * Runs a job for a key soon after it was asked for: at once, but not before as much time has passed since its last run
 * as runs of it take, so that about half of the time is left for typing. What is asked for meanwhile is one run.
 */

/** What decides about time; a test has its own. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  after(milliseconds: number, job: () => void): { cancel(): void };
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, job) {
    // Not before the messages that are already here, also without a pause.
    if (milliseconds === 0) {
      const immediate = setImmediate(job);
      return { cancel: () => clearImmediate(immediate) };
    }
    const timer = setTimeout(job, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
};

const LONGEST_REST = 1000;

interface LastRun {
  /** Milliseconds. */
  readonly took: number;
  /** Until when the key rests. */
  readonly restsUntil: number;
}

export class Paced<Key> {
  readonly #job: (key: Key) => void;
  readonly #clock: Clock;
  readonly #waiting = new Map<Key, { cancel(): void }>();
  readonly #last = new Map<Key, LastRun>();

  constructor(job: (key: Key) => void, clock: Clock = systemClock) {
    this.#job = job;
    this.#clock = clock;
  }

  request(key: Key): void {
    if (this.#waiting.has(key)) return;
    const rest = Math.max(0, (this.#last.get(key)?.restsUntil ?? 0) - this.#clock.now());
    this.#waiting.set(
      key,
      this.#clock.after(rest, () => this.#run(key)),
    );
  }

  /** Nothing is run for this key any more, until it is asked for anew. */
  forget(key: Key): void {
    this.#waiting.get(key)?.cancel();
    this.#waiting.delete(key);
    this.#last.delete(key);
  }

  #run(key: Key): void {
    this.#waiting.delete(key);
    const start = this.#clock.now();
    try {
      this.#job(key);
    } finally {
      const end = this.#clock.now();
      const took = end - start;
      // One long run tells little of the next: the first reads what later ones remember.
      const rest = Math.min(took, this.#last.get(key)?.took ?? 0, LONGEST_REST);
      this.#last.set(key, { took, restsUntil: end + rest });
    }
  }
}
