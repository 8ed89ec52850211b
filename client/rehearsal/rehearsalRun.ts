/** One rehearsal: what it prints and what it would have changed, while it runs and after. */
import * as vscode from 'vscode';
import { rehearse, type RehearsalOptions, type WouldChange } from '../../actions/index.ts';
import { bundledEngine } from '../../komodo/patterns/bundled-engine.ts';
import type { ShownRehearsal } from '../../protocol/rehearsal.ts';
import type { LogLine } from '../../protocol/runPanel.ts';
import type { Core } from '../connection.ts';
import { errorText } from '../errorText.ts';
import { linesOf } from '../run/panelLog.ts';
import type { ChosenScript } from './chooseScript.ts';
import { thingsOf, type Thing } from './rehearsedThings.ts';

let lastId = 0;

export class RehearsalRun implements vscode.Disposable {
  readonly chosen: ChosenScript;
  readonly core: Core;
  /** Resolves when it is over, however it ended. */
  readonly end: Promise<void>;
  readonly #id = (lastId += 1);
  readonly #args: unknown;
  readonly #limit: number;
  readonly #start = Date.now();
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires whenever something of it is another. */
  readonly onDidChange = this.#changed.event;
  readonly #stop = new AbortController();
  readonly #lines: LogLine[] = [];
  /** What was printed of a line whose end is still to come. */
  readonly #begun = { stdout: '', stderr: '' };
  readonly #changes: WouldChange[] = [];
  #status: ShownRehearsal['status'] = 'running';
  #ended: number | undefined;
  #trouble: string | undefined;
  #notes: readonly string[] = [];

  /** @param limit seconds until it is ended */
  constructor(
    chosen: ChosenScript,
    core: Core,
    limit: number,
    options: Pick<RehearsalOptions, 'args' | 'deno' | 'allowHosts' | 'library'>,
  ) {
    this.chosen = chosen;
    this.core = core;
    this.#args = options.args;
    this.#limit = limit;
    this.end = this.#run(options);
  }

  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  get things(): readonly Thing[] {
    return thingsOf(this.#changes);
  }

  get isOver(): boolean {
    return this.#ended !== undefined;
  }

  get shown(): ShownRehearsal {
    const { chosen, core } = this;
    const args = JSON.stringify(this.#args);
    return {
      id: this.#id,
      title: chosen.name,
      source: chosen.source,
      profile: core.profile.name,
      core: core.label,
      isSandbox: core.profile.kind === 'sandbox',
      ...(args !== '{}' && { args }),
      status: this.#status,
      start: this.#start,
      ...(this.#ended !== undefined && { end: this.#ended }),
      limit: this.#limit,
      ...(this.#trouble !== undefined && { trouble: this.#trouble }),
      notes: this.#notes,
      // Their two states stay here.
      things: this.things.map((thing) => ({ ...thing, resource: undefined })),
    };
  }

  /** Ends it at once, with all that it has started. */
  cancel(): void {
    this.#stop.abort();
  }

  dispose(): void {
    this.cancel();
    this.#changed.dispose();
  }

  async #run(
    options: Pick<RehearsalOptions, 'args' | 'deno' | 'allowHosts' | 'library'>,
  ): Promise<void> {
    try {
      const { outcome } = await rehearse({
        ...options,
        script: this.chosen.script,
        core: this.core.client,
        regexEngine: bundledEngine,
        onNotes: (notes) => {
          this.#notes = notes;
          this.#changed.fire();
        },
        limitMs: this.#limit * 1000,
        signal: this.#stop.signal,
        onOutput: (stream, text) => this.#print(stream, text),
        onChange: (change) => {
          this.#changes.push(change);
          this.#changed.fire();
        },
      });
      this.#status = outcome;
    } catch (error) {
      this.#status = this.#stop.signal.aborted ? 'cancelled' : 'not begun';
      if (!this.#stop.signal.aborted) this.#trouble = errorText(error);
    }
    for (const stream of ['stdout', 'stderr'] as const) {
      if (this.#begun[stream] !== '') this.#print(stream, '\n');
    }
    this.#ended = Date.now();
    this.#changed.fire();
  }

  #print(stream: 'stdout' | 'stderr', text: string): void {
    const all = this.#begun[stream] + text;
    const end = all.lastIndexOf('\n') + 1;
    this.#begun[stream] = all.slice(end);
    for (const segments of linesOf(all.slice(0, end))) {
      this.#lines.push({
        run: String(this.#id),
        stream: stream === 'stdout' ? 'out' : 'err',
        segments,
      });
    }
    this.#changed.fire();
  }
}
