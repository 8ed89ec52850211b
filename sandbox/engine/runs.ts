/** What is under way: which resources are busy, and which runs can be asked to stop. */
import { heedsBusy, makesBusy } from '../../komodo/plan/index.ts';
import { CoreError } from '../errors.ts';

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
  /** The executions that keep each resource busy, by its id. */
  readonly #busy = new Map<string, string[]>();
  /** Runs by the id of their Procedure or Action, oldest first. */
  readonly #runs = new Map<string, Run[]>();

  /**
   * Runs an execution on a resource, which is busy meanwhile if the type makes it so.
   * Throws where it is busy already and the type heeds that.
   */
  async on<T>(id: string, type: string, run: () => Promise<T>): Promise<T> {
    if (heedsBusy(type) && this.isBusy(id)) throw new CoreError('Resource is busy');
    if (!makesBusy(type)) return run();
    this.#busy.set(id, [...this.typesOn(id), type]);
    try {
      return await run();
    } finally {
      const rest = [...this.typesOn(id)];
      rest.splice(rest.indexOf(type), 1);
      this.#busy.set(id, rest);
    }
  }

  isBusy(id: string): boolean {
    return this.typesOn(id).length > 0;
  }

  /** The types of the executions that keep a resource busy. */
  typesOn(id: string): readonly string[] {
    return this.#busy.get(id) ?? [];
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
