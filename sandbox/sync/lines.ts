/** The log of what a sync did with the resources of a kind. */
import { info, red } from '../engine/log.ts';
import { asCoreError } from '../errors.ts';

export interface KindLog {
  readonly stage: string;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly success: boolean;
}

/** The lines of a log, and whether one of them tells of a failure. */
export class Lines {
  readonly #lines: string[];
  #failed = false;

  constructor(first: string) {
    this.#lines = [first];
  }

  /** Whether nothing was said after the first line. */
  get isEmpty(): boolean {
    return this.#lines.length === 1;
  }

  done(what: string): void {
    this.#lines.push(info(what));
  }

  failed(what: string, error: unknown): void {
    this.#failed = true;
    this.#lines.push(`${red('ERROR')}: ${what} | ${asCoreError(error).chain.join(': ')}`);
  }

  log(stage: string): KindLog {
    const text = this.#lines.join('\n');
    return {
      stage,
      success: !this.#failed,
      ...(this.#failed ? { stderr: text } : { stdout: text }),
    };
  }
}
