/** Holds what the sandbox said against what Core said. */
import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../json/tree.ts';
import type { Update, UpdateListItem } from '../wire.ts';
import { withoutCredentials } from './credentials.ts';
import type { Answer } from './http.ts';
import { IdMap } from './ids.ts';
import { normal } from './normal.ts';
import type { Recorded, RecordedSocketEvent, RecordedUpdate } from './recorded.ts';
import type { SocketEvent } from './socket.ts';

export interface Difference {
  /** Which request, Update or socket. */
  readonly where: string;
  readonly what: 'answer' | 'update' | 'growth' | 'frames' | 'socket';
  readonly core: unknown;
  readonly sandbox: unknown;
}

export class Comparison {
  readonly ids = new IdMap();
  readonly differences: Difference[] = [];
  /** Every distinct state of our Updates, by id. */
  readonly #states = new Map<string, Update[]>();

  /** The person whose recorded id is not known yet. */
  knowsUser(ours: string): void {
    this.#user = ours;
  }
  #user = '';

  answer(where: string, core: Answer, sandbox: Answer): void {
    this.#learnUser(core.body);
    this.ids.learn(core.body, sandbox.body);
    this.#compare(where, 'answer', core, sandbox);
  }

  /** Keeps a state of one of our Updates. */
  saw(update: Update): void {
    const states = this.#states.get(update._id.$oid) ?? [];
    if (!isDeepStrictEqual(states.at(-1), update)) states.push(update);
    this.#states.set(update._id.$oid, states);
  }

  isOver(id: string): boolean {
    return this.#states.get(id)?.at(-1)?.status === 'Complete';
  }

  seen(): Update[] {
    return [...this.#states.values()].map((states) => states.at(-1)!);
  }

  updates(recorded: readonly RecordedUpdate[], ours: readonly Update[]): void {
    for (const { id, states } of recorded) {
      const last = states.at(-1)!.body;
      this.#learnUser(last as unknown as Json);
      const own = this.#partner(id, last, ours);
      const where = `${last.operation} ${id}`;
      if (!own) {
        this.differences.push({ where, what: 'update', core: last, sandbox: undefined });
        continue;
      }
      this.ids.pair(id, own._id.$oid);
      this.ids.learn(last, own);
    }
    for (const { id, states } of recorded) {
      const own = this.#states.get(this.ids.ours(id) ?? '');
      if (own) this.#compareUpdate(id, states, own);
    }
  }

  #compareUpdate(id: string, states: RecordedUpdate['states'], own: readonly Update[]): void {
    const last = states.at(-1)!.body;
    const where = `${last.operation} ${id}`;
    this.#compare(where, 'update', last, own.at(-1)!);
    // However the steps in between fell, each state holds what will be there at the end, as far as it had come.
    const [final, ownFinal] = [this.#linesOfCore(last), this.#linesOfOurs(own.at(-1)!)];
    for (const { body } of states) {
      this.#comparePrefix(where, this.#linesOfCore(body), ownFinal);
    }
    for (const state of own) this.#comparePrefix(where, this.#linesOfOurs(state), final);
  }

  /** Executions side by side may finish in any order; all else comes in order. */
  #comparePrefix(where: string, lines: readonly string[], whole: readonly string[]): void {
    const ordered = lines.filter((line) => !isFinished(line));
    const start = whole.filter((line) => !isFinished(line)).slice(0, ordered.length);
    const finished = lines.filter(isFinished);
    const isPart = finished.every((line) => whole.includes(line));
    if (isPart && isDeepStrictEqual(ordered, start)) return;
    this.differences.push({ where, what: 'growth', core: lines, sandbox: whole });
  }

  #linesOfCore(update: Update): string[] {
    return linesOf(this.#normalCore(update as unknown as Json) as unknown as Update);
  }

  #linesOfOurs(update: Update): string[] {
    return linesOf(this.#normalOurs(update as unknown as Json) as unknown as Update);
  }

  /** The Update of ours that is the recorded one: known by an answer, or else by what it is about. */
  #partner(id: string, recorded: Update, ours: readonly Update[]): Update | undefined {
    const known = this.ids.ours(id);
    if (known !== undefined) return ours.find(({ _id }) => _id.$oid === known);
    const alike = ours.filter(
      (own) =>
        !this.#isPaired(own) &&
        own.operation === recorded.operation &&
        own.operator === this.ids.textWithOurs(recorded.operator) &&
        own.target.id === this.ids.textWithOurs(recorded.target.id),
    );
    const sameEnd = alike.filter(
      ({ success, logs }) => success === recorded.success && logs.length === recorded.logs.length,
    );
    return [...sameEnd, ...alike].sort((a, b) => a.start_ts - b.start_ts)[0];
  }

  #isPaired({ _id }: Update): boolean {
    return this.ids.textWithRecorded(_id.$oid) !== _id.$oid;
  }

  frames(recorded: Recorded['ws'], ours: readonly UpdateListItem[]): void {
    const core = recorded.flatMap(({ frame }) => (typeof frame === 'object' ? [frame] : []));
    for (const id of new Set(core.map((frame) => frame.id))) {
      const wanted = core.filter((frame) => frame.id === id);
      const own = ours.filter((frame) => frame.id === this.ids.ours(id));
      // The recorder hung up as soon as all Updates were over, mostly before the last frame had come.
      const isCut = wanted.at(-1)!.status !== 'Complete' && own.at(-1)?.status === 'Complete';
      const heard = isCut ? own.slice(0, -1) : own;
      const where = `${wanted[0]!.operation} ${id}`;
      this.#compare(where, 'frames', asJson(wanted), asJson(heard));
    }
  }

  socket(
    where: string,
    recorded: readonly RecordedSocketEvent[],
    ours: readonly SocketEvent[],
  ): void {
    const core = recorded
      .filter(
        ({ sent, event, body }) =>
          sent === undefined && event !== 'recorder closes' && body === undefined,
      )
      .map(({ received, event, data, code, status }) => ({ received, event, data, code, status }));
    this.ids.learn(core, ours);
    this.#compare(where, 'socket', pingsLast(core), pingsLast(ours));
  }

  #learnUser(body: Json): void {
    const operator = /"operator":"([0-9a-f]{24})"/.exec(JSON.stringify(body))?.[1];
    if (operator !== undefined && !operator.startsWith('0'.repeat(20))) {
      this.ids.pair(operator, this.#user);
    }
  }

  #compare(where: string, what: Difference['what'], core: unknown, sandbox: unknown): void {
    const [wanted, got] = [this.#normalCore(asJson(core)), this.#normalOurs(asJson(sandbox))];
    if (isDeepStrictEqual(wanted, got)) return;
    this.differences.push({ where, what, core: wanted, sandbox: got });
  }

  #normalCore(value: Json): Json {
    return normal(value, (text) => text);
  }

  #normalOurs(value: Json): Json {
    return normal(value, (text) => withoutCredentials(this.ids.textWithRecorded(text)));
  }
}

function isFinished(line: string): boolean {
  return line.includes('Finished</span> execution in');
}

/** When Core pings is a race between two of its tasks. */
function pingsLast<T extends { readonly event?: string | undefined }>(events: readonly T[]): T[] {
  const isPing = ({ event }: T) => event === 'ping';
  return [...events.filter((event) => !isPing(event)), ...events.filter(isPing)];
}

/** Every line of the logs, with the log it stands in. */
function linesOf({ logs }: Update): string[] {
  return logs.flatMap(({ stage, stdout, stderr }) =>
    `${stdout}${stderr}`.split('\n').map((line) => `${stage}| ${line}`),
  );
}

function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
