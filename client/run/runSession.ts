import * as vscode from 'vscode';
import { watchRun } from '../../api/index.ts';
import { hasEnded } from '../../komodo/runs/index.ts';
import type { Run, RunContext } from '../../komodo/runs/index.ts';
import type { LogLine, RunChoice, ShownRun } from '../../protocol/runPanel.ts';
import type { Core } from '../connection.ts';
import { errorText } from '../errorText.ts';
import type { RunnableKind } from '../runnable.ts';
import { followLog } from './panelLog.ts';
import type { LogFollower } from './panelLog.ts';
import { findRun, withoutLogs } from './runTree.ts';

/** What is run on a Core. */
export interface RunTarget {
  readonly kind: RunnableKind | 'ResourceSync';
  readonly id: string;
  readonly name: string;
  /** What the run of an Action gives beside its own arguments. */
  readonly args?: Record<string, unknown>;
}

/** One run that is followed: its tree as it stands, the lines of its logs, and what can be asked of it. */
export class RunSession implements vscode.Disposable {
  readonly id: string;
  readonly target: RunTarget;
  readonly core: Core;
  /** Started from here, and not only looked at. */
  readonly ours: boolean;
  /** Settles when the run is over; rejects when it can't be followed any more. */
  readonly end: Promise<Run>;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires whenever something of it is another. */
  readonly onDidChange = this.#changed.event;
  readonly #stop = new AbortController();
  readonly #lines: LogLine[] = [];
  readonly #live: vscode.Disposable;
  #follow: LogFollower | undefined;
  #run: Run | undefined;
  #clockShift = 0;
  #usual: number | undefined;
  #cancelling = false;
  #broken: string | undefined;
  #silentSince: number | undefined;

  /** @param startedAt when it was started from here, by the clock of this machine */
  constructor(
    id: string,
    target: RunTarget,
    core: Core,
    nameOf: RunContext['nameOf'],
    startedAt?: number,
  ) {
    this.id = id;
    this.target = target;
    this.core = core;
    this.ours = startedAt !== undefined;
    const unsubscribe = core.updates.subscribe({ onState: () => this.#changed.fire() });
    this.#live = new vscode.Disposable(unsubscribe);
    this.end = watchRun(
      core.client,
      core.updates,
      id,
      (run) => this.#take(run, startedAt),
      this.#stop.signal,
      {
        ...(nameOf && { nameOf }),
        onSilence: (since) => {
          this.#silentSince = since;
          this.#changed.fire();
        },
      },
    );
    this.end.then(
      (run) => this.#take(run, startedAt),
      (error: unknown) => {
        this.#broken ??= errorText(error);
        this.#changed.fire();
      },
    );
  }

  get run(): Run | undefined {
    return this.#run;
  }

  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  get over(): boolean {
    return this.#broken !== undefined || (this.#run !== undefined && hasEnded(this.#run.status));
  }

  /** As the panel shows it; undefined until Core has said something of it. */
  get shown(): ShownRun | undefined {
    const run = this.#run;
    if (!run) return undefined;
    const stalled = this.#stalled();
    return {
      id: this.id,
      title: this.target.name,
      profile: this.core.profile.name,
      core: this.core.label,
      simulated: this.core.profile.kind === 'sandbox',
      run: withoutLogs(run),
      clockShift: this.#clockShift,
      ...(this.#usual === undefined ? {} : { usual: this.#usual }),
      cancelling: this.#cancelling && !this.over,
      followed: this.#broken === undefined,
      ...(stalled === undefined ? {} : { stalled }),
    };
  }

  get choice(): RunChoice {
    return {
      id: this.id,
      title: this.target.name,
      profile: this.core.profile.name,
      status: this.#run?.status ?? 'queued',
      start: (this.#run?.start ?? this.core.client.clock.now()) + this.#clockShift,
    };
  }

  /** How long it usually takes, in milliseconds. */
  setUsual(usual: number | undefined): void {
    this.#usual = usual;
    this.#changed.fire();
  }

  /**
   * Asks Core to cancel it, or a run inside of it. Resolves when Core has taken that; rejects with Core's words when it
   * would not. A Procedure ends after the stage that is under way, so it goes on for a while.
   */
  async cancel(updateId = this.id): Promise<void> {
    const inside = this.#run && findRun(this.#run, updateId);
    const { kind, target } = inside ?? { kind: this.target.kind, target: this.target.id };
    const { client, updates } = this.core;
    const update =
      kind === 'Procedure'
        ? await client.execute('CancelProcedure', { procedure: target, update_id: updateId })
        : await client.execute('CancelAction', { action: target, update_id: updateId });
    const { signal } = this.#stop;
    const outcome = await watchRun(client, updates, idOf(update), () => undefined, signal);
    if (outcome.status === 'failed') throw new Error(outcome.error ?? 'Core would not cancel it.');
    if (updateId !== this.id) return;
    this.#cancelling = true;
    this.#changed.fire();
  }

  /** Leaves off following it, where there is nothing any more that could be followed. */
  abandon(why: string): void {
    if (this.over) return;
    this.#broken = why;
    this.#stop.abort();
  }

  dispose(): void {
    this.#live.dispose();
    this.#stop.abort();
    this.#changed.dispose();
  }

  #take(run: Run, startedAt: number | undefined): void {
    if (!this.#follow) {
      this.#clockShift = startedAt === undefined ? 0 : startedAt - run.start;
      this.#follow = followLog(this.#clockShift);
    }
    this.#run = run;
    this.#lines.push(...this.#follow(run));
    this.#changed.fire();
  }

  #stalled(): string | undefined {
    if (this.#broken !== undefined) return this.#broken;
    if (this.over) return undefined;
    const { state } = this.core.updates;
    if (state.status !== 'live' && state.error) return `Connecting again: ${state.error.message}`;
    if (this.#silentSince === undefined) return undefined;
    const since = new Date(this.#silentSince).toLocaleTimeString();
    return `Core has not answered since ${since}. What follows is how it was then.`;
  }
}

/** Id of the Update that Core answered with. */
export function idOf({ _id }: { readonly _id?: { readonly $oid: string } }): string {
  if (_id) return _id.$oid;
  throw new Error('Core did not say what it has begun.');
}
