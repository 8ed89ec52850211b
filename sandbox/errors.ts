/** What Core answers instead: an HTTP status, a text, and its causes. */
export class CoreError extends Error {
  readonly status: number;
  readonly trace: readonly string[];
  constructor(message: string, options: { status?: number; trace?: readonly string[] } = {}) {
    super(message);
    this.status = options.status ?? 500;
    this.trace = options.trace ?? [];
  }

  /** The error and its causes, outermost first. */
  get chain(): readonly string[] {
    return [this.message, ...this.trace];
  }

  /** The body of the answer. */
  get body(): { readonly error: string; readonly trace: readonly string[] } {
    return { error: this.message, trace: this.trace };
  }
}

/** A fault of the sandbox's own as an answer; what Core says passes as it is. */
export function asCoreError(error: unknown): CoreError {
  if (error instanceof CoreError) return error;
  return new CoreError(`sandbox: ${error instanceof Error ? error.message : String(error)}`);
}

/** A panic in Core's own code: a task ends without a result, a request without an answer. */
export class Panic extends Error {}
