import { isDeepStrictEqual } from 'node:util';
import type { Types } from 'komodo_client';
import { hasEnded, procedureOperator, runOf } from '../komodo/runs/index.ts';
import type { CoreUpdate, PlannedStage, Run, RunContext } from '../komodo/runs/index.ts';
import type { CallOptions, Client } from './client.ts';
import { Coalescer } from './coalescer.ts';
import { CoreError } from './coreError.ts';
import type { LiveUpdates } from './liveUpdates.ts';
import { persist } from './persist.ts';

export interface WatchOptions {
  /** Names of targets, e.g. `namesIn(inventory)`; Procedures say their own. */
  readonly nameOf?: RunContext['nameOf'];
  /** Told since when Core owes an answer (milliseconds since 1970) once that is long ago; undefined when it answers again. */
  readonly onSilence?: (since: number | undefined) => void;
}

/**
 * Milliseconds between two looks at what may have changed: without live updates, and with (frames can get lost, and of a
 * Core that hangs there are none).
 */
const pollWithoutFrames = 1000;
const pollWithFrames = 10_000;
/** Milliseconds without an answer that are told of. */
const patience = 5000;

/**
 * Follows a run and its children to the end, over the live updates as long as they come and by asking when they do
 * not. Outlives restarts of Core and lost connections; no log line is lost, as each change is read from the Update
 * itself.
 * @param updateId of the run, as `execute` gave it; one that has ended long ago is read all the same
 * @param onChange gets the whole tree whenever something in it changed
 * @returns the tree at the end
 * @throws CoreError `aborted` by the signal, or why the run cannot be read
 */
export async function watchRun(
  client: Client,
  live: LiveUpdates,
  updateId: string,
  onChange: (run: Run) => void,
  signal: AbortSignal,
  options: WatchOptions = {},
): Promise<Run> {
  const stop = new AbortController();
  const watch = new Watch(client, live, updateId, onChange, options, stop);
  const onAbort = (): void => watch.fail(CoreError.aborted());
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  let heard = live.state.status;
  const unsubscribe = live.subscribe({
    onFrame: (frame) => watch.frame(frame),
    onState: ({ status }) => {
      if (status !== heard) watch.look();
      heard = status;
    },
  });
  try {
    return await watch.end;
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', onAbort);
    stop.abort();
  }
}

class Watch {
  readonly end: Promise<Run>;
  private resolve!: (run: Run) => void;
  private reject!: (error: unknown) => void;

  /** Updates read whole, and what frames and lists say of others that may be children. */
  private readonly read = new Map<string, CoreUpdate>();
  private readonly heard = new Map<string, CoreUpdate>();
  /** Plans of Procedures, each asked for once: as it was when we first saw it run. */
  private readonly stages = new Map<string, readonly PlannedStage[] | undefined>();
  private readonly unreadable = new Set<string>();
  private readonly calls = new Coalescer();
  private shown: Run | undefined;
  private heardOfChildren = false;
  private silent = false;
  private ending = false;
  private cancelPoll = (): void => undefined;

  private readonly client: Client;
  private readonly live: LiveUpdates;
  private readonly rootId: string;
  private readonly onChange: (run: Run) => void;
  private readonly options: WatchOptions;
  private readonly stop: AbortController;

  constructor(
    client: Client,
    live: LiveUpdates,
    rootId: string,
    onChange: (run: Run) => void,
    options: WatchOptions,
    stop: AbortController,
  ) {
    this.client = client;
    this.live = live;
    this.rootId = rootId;
    this.onChange = onChange;
    this.options = options;
    this.stop = stop;
    this.end = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    stop.signal.addEventListener('abort', () => this.cancelPoll());
    this.look();
  }

  fail(error: unknown): void {
    this.reject(error);
    this.stop.abort();
  }

  /** Something happened to an Update, of this run or of another. */
  frame(frame: Types.UpdateListItem): void {
    if (frame.id === this.rootId || this.read.has(frame.id) || this.calls.has(frame.id))
      this.refresh(frame.id);
    else if (this.hear(frame)) this.rebuild();
  }

  /** Asks for everything that may have changed unheard, and again after a while. */
  look(): void {
    if (this.stop.signal.aborted || this.ending) return;
    this.cancelPoll();
    const wait = this.live.state.status === 'live' ? pollWithFrames : pollWithoutFrames;
    this.cancelPoll = this.client.clock.after(wait, () => this.look());
    this.refresh(this.rootId);
    this.listChildren();
    for (const [id, { status }] of this.read) if (status !== 'Complete') this.refresh(id);
  }

  private refresh(id: string): void {
    void this.calls.run(id, async () => {
      const update: CoreUpdate | undefined = await this.ask(
        (call) => this.client.read('GetUpdate', { id }, call),
        // Somebody may see a run, but not what it touches.
        (error) => (id === this.rootId ? this.fail(error) : this.unreadable.add(id)),
      );
      if (update === undefined || isDeepStrictEqual(update, this.read.get(id))) return;
      this.read.set(id, update);
      if (id === this.rootId && !this.heardOfChildren) this.listChildren();
      this.rebuild();
    });
  }

  /** Children that began before we listened, or while we could not. Without such a list, frames must do. */
  private listChildren(): void {
    const root = this.read.get(this.rootId);
    if (root?.operation !== 'RunProcedure') return;
    this.heardOfChildren = true;
    const query = { operator: procedureOperator, start_ts: { $gt: root.start_ts - 1 } };
    void this.calls.run('children', async () => {
      let page: number | null | undefined = 0;
      while (page != null) {
        const params: Types.ListUpdates = { query, page };
        const answer: Types.ListUpdatesResponse | undefined = await this.ask((call) =>
          this.client.read('ListUpdates', params, call),
        );
        for (const item of answer?.updates ?? []) this.hear(item);
        page = answer?.next_page;
      }
      this.rebuild();
    });
  }

  private readStages(procedure: string): void {
    if (this.stages.has(procedure)) return;
    this.stages.set(procedure, undefined);
    void this.calls.run(`stages of ${procedure}`, async () => {
      const answer = await this.ask((call) =>
        this.client.read('GetProcedure', { procedure }, call),
      );
      if (answer === undefined) return;
      this.stages.set(procedure, answer.config?.stages ?? []);
      this.rebuild();
    });
  }

  /** What Core answers in the end; undefined when it refuses or nobody wants it any more. */
  private async ask<T>(
    call: (options: CallOptions) => Promise<T>,
    onError: (error: unknown) => void = () => undefined,
  ): Promise<T | undefined> {
    const { signal } = this.stop;
    const { clock } = this.client;
    const since = clock.now();
    const cancelPatience = clock.after(patience, () => this.tellSilence(since));
    try {
      const answer = await persist(
        this.client,
        signal,
        () => call({ signal }),
        // A proxy may put its own page in the place of a Core that is away.
        ({ passing, kind }) => passing || (kind === 'not-komodo' && this.read.size > 0),
      );
      this.tellSilence(undefined);
      return answer;
    } catch (error) {
      onError(error);
      return undefined;
    } finally {
      cancelPatience();
    }
  }

  private tellSilence(since: number | undefined): void {
    const silent = since !== undefined;
    if (silent === this.silent || this.stop.signal.aborted) return;
    this.silent = silent;
    this.options.onSilence?.(since);
  }

  /** Keeps what a frame or a list says of an Update that may be a child. */
  private hear(item: Types.UpdateListItem): boolean {
    if (item.operator !== procedureOperator || this.read.has(item.id)) return false;
    this.heard.set(item.id, { ...item, _id: { $oid: item.id }, logs: [], end_ts: null });
    return true;
  }

  private rebuild(): void {
    const run = this.tree();
    if (run === undefined || this.stop.signal.aborted) return;
    for (const { id, kind, target } of descendants(run)) {
      if (!this.read.has(id) && !this.unreadable.has(id) && !this.calls.has(id)) this.refresh(id);
      if (kind === 'Procedure') this.readStages(target);
    }
    if (hasEnded(run.status) && !this.ending) {
      this.ending = true;
      this.cancelPoll();
      void this.finish();
    }
    if (isDeepStrictEqual(run, this.shown)) return;
    this.shown = run;
    try {
      this.onChange(run);
    } catch (error) {
      this.fail(error);
    }
  }

  /** The run is over, and so are its children; what was not heard of them is read now. */
  private async finish(): Promise<void> {
    this.listChildren();
    const asked = new Set<string>();
    for (;;) {
      await this.calls.idle();
      const open = [...descendants(this.tree()!)].filter(
        ({ id, status }) => !hasEnded(status) && !asked.has(id) && !this.unreadable.has(id),
      );
      if (open.length === 0) break;
      for (const { id } of open) {
        asked.add(id);
        this.refresh(id);
      }
    }
    this.resolve(this.tree()!);
  }

  private tree(): Run | undefined {
    const { nameOf } = this.options;
    return runOf(new Map([...this.heard, ...this.read]).values(), this.rootId, {
      ...(nameOf ? { nameOf } : {}),
      stagesOf: (id) => this.stages.get(id),
    });
  }
}

function* descendants(run: Run): Generator<Run> {
  yield run;
  for (const { executions } of run.stages)
    for (const { child } of executions) if (child) yield* descendants(child);
}
