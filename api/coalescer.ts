/**
 * Lets each task run at most once at a time: asked for again meanwhile, it runs once more when it is through, however
 * often it was asked for. So the last run always began after the last question.
 */
export class Coalescer {
  private readonly running = new Map<string, { again: boolean; done: Promise<void> }>();

  /** @returns when the task has run after this call */
  run(key: string, task: () => Promise<void>): Promise<void> {
    const before = this.running.get(key);
    if (before !== undefined) {
      before.again = true;
      return before.done;
    }
    const state = { again: true, done: Promise.resolve() };
    this.running.set(key, state);
    state.done = this.repeat(key, state, task);
    return state.done;
  }

  has(key: string): boolean {
    return this.running.has(key);
  }

  /** Resolves when nothing runs any more, tasks included that were asked for meanwhile. */
  async idle(): Promise<void> {
    while (this.running.size > 0)
      await Promise.allSettled([...this.running.values()].map(({ done }) => done));
  }

  private async repeat(
    key: string,
    state: { again: boolean },
    task: () => Promise<void>,
  ): Promise<void> {
    try {
      while (state.again) {
        state.again = false;
        await task();
      }
    } finally {
      this.running.delete(key);
    }
  }
}
