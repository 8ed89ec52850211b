/** The log of a Procedure: one entry that grows line by line, each line told by a frame. */
import type { Core } from '../core.ts';
import type { Log, Update } from '../wire.ts';
import { info } from './log.ts';
import { addLog } from './updates.ts';

export class ProcedureLog {
  readonly #core: Core;
  readonly #update: Update;
  readonly #log: Log;

  constructor(core: Core, update: Update, firstLine: string) {
    this.#core = core;
    this.#update = update;
    addLog(core, update, 'Execute procedure', { stdout: info(firstLine) });
    this.#log = update.logs.at(-1)!;
    core.updates.announce(update);
  }

  line(text: string): void {
    this.raw(info(text));
  }

  raw(text: string): void {
    this.#log.stdout += `\n${text}`;
    this.#core.updates.announce(this.#update);
  }
}
