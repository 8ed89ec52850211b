/** TypeScript as the server calls it: a thread that is started when the first script is there, and ended when it rests. */
import { Worker } from 'node:worker_threads';
import type { CoreTypings, Method, Order, Outcome, Questions } from './messages.ts';

export interface WorkerTimes {
  /**
   * How long it may give no sign of being at work on an answer, in ms, while it has the processor for half of it; the thread
   * is then ended, and another one answers the next question.
   */
  readonly limit: number;
  /** How long reading the typings may take, in ms. */
  readonly start: number;
  /** How long it may take to find out whether those of a Core are of use, in ms. Nothing else is answered meanwhile. */
  readonly adopt: number;
  /** How long it waits for another question before it ends, in ms. */
  readonly rest: number;
}

const usual: WorkerTimes = { limit: 2000, start: 30_000, adopt: 15_000, rest: 5 * 60_000 };

/** How often the limit may pass while the thread gets no time to work in. */
const mostWaits = 10;

/** In MB: what is thrown away soon after. With more room for it 60 scripts took 366 MB, with this 255, in the same time. */
const youngGeneration = 8;

/** What tells that nobody waits any more. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): unknown;
}

/** There is no answer: TypeScript failed, or takes too long. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

interface Job {
  readonly order: Omit<Order, 'id'>;
  readonly isPatient: boolean;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (why: NoAnswer) => void;
  isDone: boolean;
}

/** The question that is being answered. */
interface Running {
  readonly id: number;
  readonly job: Job;
  readonly late: NodeJS.Timeout;
  /** What the processor had done for us when there was last a sign of work. */
  begun: NodeJS.CpuUsage;
}

export class ScriptWorker {
  readonly #file: string;
  readonly #times: WorkerTimes;
  #thread?: Worker;
  readonly #cancelled = new Int32Array(new SharedArrayBuffer(4));
  readonly #waiting: Job[] = [];
  #running?: Running;
  #resting?: NodeJS.Timeout;
  #count = 0;
  /** Called when a thread is started, with what settles once it has read the typings, or failed to. */
  onStart: (ready: Promise<void>) => void = () => undefined;
  /** Why the last start failed; a program that can't start is not tried again and again. */
  #broken?: string;
  /** Those that a thread has adopted, for the next one. */
  #typings?: CoreTypings;

  /** @param file the program of the thread */
  constructor(file: string, times: Partial<WorkerTimes> = {}) {
    this.#file = file;
    this.#times = { ...usual, ...times };
  }

  get isRunning(): boolean {
    return this.#thread !== undefined;
  }

  /**
   * The answer to a question; undefined where it was cancelled, or not there in time. One question is answered after the
   * other, and those that a person waits for come first: a patient one is begun anew behind them. Only a patient one is
   * told, by {@link NoAnswer}, that there is none.
   */
  ask<M extends Method>(
    order: Omit<Order, 'id' | 'method' | 'ask'> & { method: M; ask: Questions[M]['ask'] },
    { isPatient = false, token }: { isPatient?: boolean; token?: Cancellation } = {},
  ): Promise<Questions[M]['answer'] | undefined> {
    if (token?.isCancellationRequested) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      const job: Job = {
        order,
        isPatient,
        isDone: false,
        resolve: (answer) => {
          job.isDone = true;
          clearTimeout(late);
          resolve(answer as Questions[M]['answer'] | undefined);
        },
        reject: (why) => {
          job.isDone = true;
          if (isPatient) reject(why);
          else job.resolve(undefined);
        },
      };
      const late = isPatient ? undefined : setTimeout(() => this.#giveUp(job), this.#times.limit);
      token?.onCancellationRequested(() => this.#giveUp(job));
      const first = isPatient ? -1 : this.#waiting.findIndex((each) => each.isPatient);
      if (first < 0) this.#waiting.push(job);
      else this.#waiting.splice(first, 0, job);
      if (!isPatient && this.#running?.job.isPatient) this.#cancel();
      this.#next();
    });
  }

  /** The versions of Komodo that typings are bundled for. */
  async versions(): Promise<readonly string[]> {
    const order = { method: 'versions', script: undefined, surroundings: {}, open: [] } as const;
    return (await this.ask({ ...order, ask: {} }, { isPatient: true })) ?? [];
  }

  /**
   * Gives the thread typings to check scripts with. Resolves with why it does not take them; undefined if it does, and
   * each one after it.
   */
  async adopt(typings: CoreTypings): Promise<string | undefined> {
    const order = { method: 'adopt', script: undefined, surroundings: {}, open: [] } as const;
    const outcome = await this.ask({ ...order, ask: typings }, { isPatient: true });
    if (outcome?.refused === undefined) this.#typings = typings;
    return outcome?.refused;
  }

  /** The typings that scripts for a Core are checked with. Rejects with {@link NoAnswer}. */
  async client(core: string | undefined): Promise<Questions['client']['answer'] | undefined> {
    const surroundings = core === undefined ? {} : { core };
    const order = { method: 'client', script: undefined, surroundings, open: [] } as const;
    return this.ask({ ...order, ask: {} }, { isPatient: true });
  }

  /** Ends the thread; questions that wait get no answer. */
  end(): void {
    clearTimeout(this.#resting);
    for (const job of this.#waiting.splice(0)) job.reject(new NoAnswer('it was ended'));
    this.#stop('it was ended');
  }

  #giveUp(job: Job): void {
    if (job.isDone) return;
    job.resolve(undefined);
    const at = this.#waiting.indexOf(job);
    if (at >= 0) this.#waiting.splice(at, 1);
    else if (this.#running?.job === job) this.#cancel();
  }

  #cancel(): void {
    if (this.#running) Atomics.store(this.#cancelled, 0, this.#running.id);
  }

  #next(): void {
    if (this.#running) return;
    const job = this.#waiting.shift();
    if (!job) {
      clearTimeout(this.#resting);
      if (this.#thread) this.#resting = setTimeout(() => this.#stop('it rests'), this.#times.rest);
      this.#resting?.unref();
      return;
    }
    clearTimeout(this.#resting);
    if (this.#broken !== undefined) {
      job.reject(new NoAnswer(this.#broken));
      this.#next();
      return;
    }
    const limit = job.order.method === 'adopt' ? this.#times.adopt : this.#times.limit;
    if (this.#thread) this.#run(job, limit);
    else {
      this.#waiting.unshift(job);
      this.#start(job.order);
    }
  }

  /** Starts the thread, and lets it read the typings. */
  #start({ surroundings }: Job['order']): void {
    // What it prints must not get between the messages of a server that speaks over standard output.
    const thread = new Worker(this.#file, {
      workerData: this.#cancelled.buffer,
      stdout: true,
      stderr: true,
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    });
    thread.on('message', (outcome: Outcome) => this.#thread === thread && this.#take(outcome));
    thread.on('error', (error) => this.#thread === thread && this.#fail(error.message));
    thread.on('exit', () => this.#thread === thread && this.#fail('it ended by itself'));
    thread.unref();
    this.#thread = thread;
    let isReady: () => void = () => undefined;
    this.onStart(new Promise((resolve) => (isReady = resolve)));
    const warmUp: Job = {
      order: {
        method: 'warmUp',
        script: undefined,
        surroundings,
        ask: this.#typings ? { typings: this.#typings } : {},
        open: [],
      },
      isPatient: false,
      isDone: false,
      resolve: () => isReady(),
      reject: ({ message }) => {
        this.#broken = message;
        isReady();
      },
    };
    this.#run(warmUp, this.#times.start);
  }

  #run(job: Job, limit: number): void {
    const id = ++this.#count;
    const running: Running = { id, job, begun: process.cpuUsage(), late: setTimeout(look, limit) };
    let waits = 0;
    const fail = () => this.#fail(`it took longer than ${limit / 1000} s`);
    function look(): void {
      const { user, system } = process.cpuUsage(running.begun);
      // On a machine that is busy with other things, or has slept, it has not had its time yet.
      if ((user + system) / 1000 < limit / 2 && ++waits < mostWaits) running.late.refresh();
      else fail();
    }
    this.#running = running;
    this.#thread!.postMessage({ ...job.order, id } satisfies Order);
  }

  #take(outcome: Outcome): void {
    if (outcome.id !== this.#running?.id) return;
    const { job, late } = this.#running;
    if ('isAtWork' in outcome) {
      this.#running.begun = process.cpuUsage();
      late.refresh();
      return;
    }
    clearTimeout(late);
    this.#running = undefined;
    if ('answer' in outcome) job.resolve(outcome.answer);
    else if ('error' in outcome) job.reject(new NoAnswer(outcome.error));
    else if (job.isPatient && !job.isDone) this.#waiting.push(job);
    else job.resolve(undefined);
    this.#next();
  }

  #fail(why: string): void {
    this.#stop(why);
    this.#next();
  }

  #stop(why: string): void {
    const thread = this.#thread;
    this.#thread = undefined;
    void thread?.terminate();
    if (!this.#running) return;
    const { job, late } = this.#running;
    clearTimeout(late);
    this.#running = undefined;
    job.reject(new NoAnswer(why));
  }
}
