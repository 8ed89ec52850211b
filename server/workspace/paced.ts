/**
 * Runs a job for a key soon after it was asked for: at once while the job is cheap, and after a pause as long as the job
 * last took when it is not, so that typing goes before. A burst of requests is one run; it waits for a lull, but not
 * for longer than a few pauses.
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

/** Jobs that take less are not waited for: a tenth of what a person notices between key and mark. */
const CHEAP = 8;
const LONGEST_PAUSE = 1000;
/** A run is put off by newer requests until it has waited for this many pauses. */
const PATIENCE = 4;

interface Waiting {
  readonly since: number;
  readonly timer: { cancel(): void };
}

export class Paced<Key> {
  readonly #job: (key: Key) => void;
  readonly #clock: Clock;
  readonly #waiting = new Map<Key, Waiting>();
  /** How long the last run for a key took, in milliseconds. */
  readonly #cost = new Map<Key, number>();

  constructor(job: (key: Key) => void, clock: Clock = systemClock) {
    this.#job = job;
    this.#clock = clock;
  }

  request(key: Key): void {
    const pause = this.#pauseFor(key);
    const before = this.#waiting.get(key);
    const now = this.#clock.now();
    const since = before?.since ?? now;
    if (before && (pause === 0 || now - since > PATIENCE * pause)) return;
    before?.timer.cancel();
    const timer = this.#clock.after(pause, () => this.#run(key));
    this.#waiting.set(key, { since, timer });
  }

  /** Nothing is run for this key any more, until it is asked for anew. */
  forget(key: Key): void {
    this.#waiting.get(key)?.timer.cancel();
    this.#waiting.delete(key);
    this.#cost.delete(key);
  }

  #pauseFor(key: Key): number {
    const cost = this.#cost.get(key) ?? 0;
    return cost < CHEAP ? 0 : Math.min(cost, LONGEST_PAUSE);
  }

  #run(key: Key): void {
    this.#waiting.delete(key);
    const start = this.#clock.now();
    try {
      this.#job(key);
    } finally {
      this.#cost.set(key, this.#clock.now() - start);
    }
  }
}
