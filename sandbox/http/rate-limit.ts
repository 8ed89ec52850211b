/** How often somebody may fail to log in: five times in fifteen seconds from one address. */
import type { Clock } from '../clock.ts';
import { CoreError } from '../errors.ts';

const attempts = 5;
/** In milliseconds. */
const window = 15_000;

export class RateLimit {
  readonly #clock: Clock;
  /** When the failed attempts of each address began, oldest first. */
  readonly #failures = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Runs an attempt of an address. Throws 429 without running it where there were too many failures; a failure whose
   * status is given in `counted` counts, and its text then says how many are left.
   */
  attempt<T>(address: string, counted: readonly number[], run: () => T): T {
    const began = this.#clock.now();
    this.refuseLimited(address);
    try {
      return run();
    } catch (error) {
      if (!(error instanceof CoreError) || !counted.includes(error.status)) throw error;
      const failures = [...this.#recent(address), began];
      this.#failures.set(address, failures);
      const left = attempts - failures.length;
      throw new CoreError(`${error.message} | You have ${left} attempts remaining`, error);
    }
  }

  /** Throws 429 where an address has failed too often. */
  refuseLimited(address: string): void {
    const failures = this.#recent(address);
    if (failures.length < attempts) return;
    const elapsed = Math.floor((this.#clock.now() - failures[0]!) / 1000);
    const wait = window / 1000 - elapsed;
    throw new CoreError(`Too many attempts | Try again in ${wait}s`, { status: 429 });
  }

  #recent(address: string): number[] {
    const since = this.#clock.now() - window;
    const recent = (this.#failures.get(address) ?? []).filter((began) => began > since);
    if (recent.length === 0) this.#failures.delete(address);
    return recent;
  }
}
