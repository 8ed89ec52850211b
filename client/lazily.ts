/** Work that is begun when somebody first waits for what comes of it. */
export class Lazily<T> {
  /** What comes of it, for those who do not begin it. */
  readonly whenDone: Promise<T>;
  /** The same for those who do, as soon as they wait. */
  readonly promise: Promise<T> = {
    [Symbol.toStringTag]: 'Promise',
    then: (...then) => this.begin().then(...then),
    catch: (failed) => this.begin().catch(failed),
    finally: (ended) => this.begin().finally(ended),
  };
  readonly #begin: () => Promise<T>;
  #begun: Promise<T> | undefined;
  #settle: (result: Promise<T>) => void = () => undefined;

  constructor(begin: () => Promise<T>) {
    this.#begin = begin;
    this.whenDone = new Promise((resolve) => (this.#settle = resolve));
    this.whenDone.catch(() => undefined);
  }

  /** What comes of it once it was begun. */
  get begun(): Promise<T> | undefined {
    return this.#begun;
  }

  begin(): Promise<T> {
    if (!this.#begun) {
      this.#begun = this.#begin();
      this.#settle(this.#begun);
    }
    return this.#begun;
  }
}
