/** What is under way: which resources are busy, and which runs can be asked to stop. */

/** A run of a Procedure or Action that can be cancelled. */
export class Run {
  readonly updateId: string;
  #cancelled = false;
  readonly #whenCancelled = new Set<() => void>();

  constructor(updateId: string) {
    this.updateId = updateId;
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  cancel(): void {
    this.#cancelled = true;
    for (const tell of this.#whenCancelled) tell();
  }

  onCancel(tell: () => void): void {
    this.#whenCancelled.add(tell);
  }
}

export class Runs {
  /** What keeps each resource busy, by its id. */
  readonly #busy = new Map<string, string>();
  /** Runs by the id of their Procedure or Action, oldest first. */
  readonly #runs = new Map<string, Run[]>();

  /** Takes a resource for an operation; false where another one has it. */
  take(id: string, operation: string): boolean {
    if (this.#busy.has(id)) return false;
    this.#busy.set(id, operation);
    return true;
  }

  release(id: string): void {
    this.#busy.delete(id);
  }

  /** The operation that keeps a resource busy. */
  operationOn(id: string): string | undefined {
    return this.#busy.get(id);
  }

  begin(id: string, updateId: string): Run {
    const run = new Run(updateId);
    this.#runs.set(id, [...this.of(id), run]);
    return run;
  }

  end(id: string, run: Run): void {
    const rest = this.of(id).filter((other) => other !== run);
    if (rest.length > 0) this.#runs.set(id, rest);
    else this.#runs.delete(id);
  }

  of(id: string): readonly Run[] {
    return this.#runs.get(id) ?? [];
  }
}
