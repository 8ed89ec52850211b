/**
 * Plays a recording of a real Core against the sandbox: the same requests at the same times, by a clock that goes only
 * as fast as they do. Every answer, every Update and every frame is held against what Core said.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { engine } from '../../komodo/patterns/testing/engine.ts';
import type { Json, JsonObject } from '../json/tree.ts';
import { startSandbox } from '../sandbox.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Update, UpdateListItem } from '../wire.ts';
import { Comparison } from './compare.ts';
import type { Difference } from './compare.ts';
import type { Credentials } from './credentials.ts';
import { headersFor, withCredentials } from './credentials.ts';
import type { Answer } from './http.ts';
import { ask } from './http.ts';
import { ManualClock } from './manual-clock.ts';
import type { Recorded, RecordedStep } from './recorded.ts';
import { recorded } from './recorded.ts';
import { PlayedSocket } from './socket.ts';

/** What the recorded Core held besides what the scenarios made. */
const lab = {
  path: 'lab.toml',
  text: readFileSync(new URL('../../test-fixtures/core/lab.toml', import.meta.url), 'utf8'),
};

/** When our clock starts. Any time will do. */
const start = Date.UTC(2026, 10, 22);
/** What is under way at the end of a recording gets so long to end, in milliseconds. */
const leftover = 10_000;

/** The recorder's listener was there at least so long before Core had let it in, in milliseconds. */
const loginTook = 100;

/** Something that happens at a time of the recording. */
interface Action {
  readonly at: number;
  readonly run: () => Promise<void>;
}

/** Every difference between the sandbox and the Core that was recorded. */
export async function replay(scenario: string): Promise<readonly Difference[]> {
  const clock = new ManualClock(start);
  const sandbox = await startSandbox({ files: [lab], clock, regexEngine: engine });
  assert.deepEqual(sandbox.problems, []);
  try {
    return await new Replay(recorded(scenario), sandbox, clock).play();
  } finally {
    await sandbox.close();
  }
}

class Replay {
  readonly #recorded: Recorded;
  readonly #sandbox: Sandbox;
  readonly #clock: ManualClock;
  readonly #comparison: Comparison;
  #credentials: Credentials;
  #listener: PlayedSocket | undefined;
  #played = 0;

  constructor(record: Recorded, sandbox: Sandbox, clock: ManualClock) {
    this.#recorded = record;
    this.#sandbox = sandbox;
    this.#clock = clock;
    this.#credentials = { key: sandbox.key, secret: sandbox.secret, jwt: '' };
    this.#comparison = new Comparison();
  }

  async play(): Promise<readonly Difference[]> {
    await this.#login();
    const actions = this.#actions().sort((a, b) => a.at - b.at);
    for (const { at, run } of actions) {
      await this.#advanceTo(at);
      await run();
    }
    await this.#advanceTo(this.#played + leftover);
    await pause();
    const updates = await this.#allUpdates();
    this.#comparison.updates(this.#recorded.updates, updates);
    this.#comparison.frames(this.#recorded.ws, this.#framesHeard());
    this.#listener?.terminate();
    return this.#comparison.differences;
  }

  async #login(): Promise<void> {
    const params = { username: 'admin', password: this.#sandbox.secret };
    const { body } = await this.#call('/auth/login/LoginLocalUser', params);
    const { data } = body as { data: { jwt: string } };
    this.#credentials = { ...this.#credentials, jwt: data.jwt };
    const me = await this.#call('/auth/manage/GetUserId', {});
    this.#comparison.knowsUser((me.body as { id: string }).id);
  }

  #actions(): Action[] {
    const { setup, steps, ws } = this.#recorded;
    const calls = [...setup, ...steps].filter(({ response }) => response !== undefined);
    const sockets = steps.filter(({ socket }) => socket !== undefined);
    const listening = ws.find(({ frame }) => frame === 'LOGGED_IN');
    return [
      ...calls.map((step) => ({
        at: step.t_ms - step.response!.ms,
        run: () => this.#step(step),
      })),
      ...sockets.flatMap((step, index) => this.#socketActions(step, index)),
      ...this.#cleanUps(),
      ...(listening ? [{ at: listening.t_ms - loginTook, run: () => this.#listen() }] : []),
    ];
  }

  /** What the recorder deleted on its way without recording the request: the frames tell. */
  #cleanUps(): Action[] {
    const { setup, steps, ws } = this.#recorded;
    const requested = [...setup, ...steps]
      .filter(({ request }) => request.path.startsWith('/write/Delete'))
      .map(({ response }) => JSON.stringify(response?.body));
    return ws.flatMap(({ t_ms, frame }): Action[] => {
      if (typeof frame !== 'object' || !frame.operation.startsWith('Delete')) return [];
      const { operation, target } = frame;
      if (requested.some((body) => body.includes(target.id))) return [];
      const run = async () => {
        const id = this.#comparison.ids.ours(target.id) ?? '';
        await this.#call(`/write/${operation}`, { id });
      };
      return [{ at: t_ms, run }];
    });
  }

  async #advanceTo(at: number): Promise<void> {
    await this.#clock.advance(Math.max(0, at - this.#played), () => this.#look());
    this.#played = Math.max(at, this.#played);
    await this.#look();
  }

  /** Looks at every Update that is not over, as the recorder did every 60 ms. */
  async #look(): Promise<void> {
    for (const update of await this.#allUpdates()) this.#comparison.saw(update);
  }

  async #allUpdates(): Promise<Update[]> {
    const list = await this.#call('/read/ListUpdates', {});
    const { updates } = list.body as unknown as { updates: UpdateListItem[] };
    const unfinished = updates.filter(({ id }) => !this.#comparison.isOver(id));
    const seen = await Promise.all(
      unfinished.map(async ({ id }) => {
        const { body } = await this.#call('/read/GetUpdate', { id });
        return body as unknown as Update;
      }),
    );
    for (const update of seen) this.#comparison.saw(update);
    return this.#comparison.seen();
  }

  #call(path: string, params: JsonObject): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      'x-api-key': this.#credentials.key,
      'x-api-secret': this.#credentials.secret,
    };
    const payload = Buffer.from(JSON.stringify(params));
    return ask(this.#sandbox.url, { method: 'POST', path, headers, payload });
  }

  async #step({ request, response, note }: RecordedStep): Promise<void> {
    const { auth = 'jwt', ...headers } = request.headers ?? {};
    const payload = this.#payload(request.body);
    const sent: Record<string, string | null> = {
      ...(payload ? { 'content-type': 'application/json' } : {}),
      ...headersFor(String(auth), this.#credentials),
      ...headers,
    };
    const given = Object.entries(sent).filter(([, value]) => value !== null);
    const answer = await ask(this.#sandbox.url, {
      method: request.method,
      path: request.path,
      headers: Object.fromEntries(given) as Record<string, string>,
      ...(payload && { payload }),
    });
    const { status, headers: kept = {}, body } = response!;
    const shown = JSON.stringify(request.body ?? null).slice(0, 200);
    const where = `${request.method} ${request.path} ${note ?? ''} ${shown}`;
    this.#comparison.answer(where, { status, headers: kept, body }, answer);
  }

  #payload(body: Json | undefined): Buffer | undefined {
    if (body === undefined) return undefined;
    if (typeof body === 'string') {
      const length = /^<(\d+) bytes>$/.exec(body)?.[1];
      return Buffer.from(length === undefined ? this.#ours(body) : padded(Number(length)));
    }
    if (isBuffer(body)) return Buffer.from(body.data);
    return Buffer.from(this.#ours(JSON.stringify(body)));
  }

  #ours(text: string): string {
    return withCredentials(this.#comparison.ids.textWithOurs(text), this.#credentials);
  }

  async #listen(): Promise<void> {
    this.#listener = new PlayedSocket(this.#sandbox.url, '/ws/update');
    const { key, secret } = this.#credentials;
    await this.#listener.send(JSON.stringify({ type: 'ApiKeys', params: { key, secret } }));
    await pause();
  }

  #framesHeard(): UpdateListItem[] {
    const heard = (this.#listener?.events ?? []).map(({ received }) => received);
    return heard.filter((frame) => typeof frame === 'object') as UpdateListItem[];
  }

  #socketActions(step: RecordedStep, index: number): Action[] {
    const { t_ms, note = '', request, socket = [] } = step;
    const opened = t_ms - socket.at(-1)!.t_ms;
    const headers = addressFor(note, index);
    let played: PlayedSocket;
    const open = async () => {
      played = new PlayedSocket(this.#sandbox.url, request.path, headers);
      await played.opened();
      await pause();
    };
    const sends = socket.flatMap(({ t_ms: at, sent, event }): Action[] => {
      if (sent !== undefined) {
        return [{ at: opened + at, run: () => this.#send(played, sent) }];
      }
      return event === 'recorder closes' ? [{ at: opened + at, run: () => played.close() }] : [];
    });
    const compare = async () => {
      await pause();
      this.#comparison.socket(`socket ${note}`, socket, played.events);
    };
    return [{ at: opened, run: open }, ...sends, { at: t_ms, run: compare }];
  }

  async #send(played: PlayedSocket, sent: string | { readonly binary: string }): Promise<void> {
    if (typeof sent !== 'string') {
      await played.send(Buffer.from(withCredentials(sent.binary, this.#credentials), 'latin1'));
    } else if (sent.startsWith('ping ')) {
      await played.ping(sent.slice('ping '.length));
    } else {
      await played.send(withCredentials(sent, this.#credentials));
    }
    await pause();
  }
}

/** Each socket had an address of its own, so that failures do not add up, but those that are about just that. */
function addressFor(note: string, index: number): Record<string, string> {
  const limited = /^failure \d+ from one address$|^good login while limited$/.test(note);
  return { 'x-forwarded-for': limited ? '10.4.1.1' : `10.4.0.${index}` };
}

/** JSON of so many bytes. */
function padded(length: number): string {
  const frame = '{"x":""}';
  return `{"x":"${'x'.repeat(length - frame.length)}"}`;
}

function isBuffer(body: Json): body is { type: 'Buffer'; data: number[] } {
  return body !== null && typeof body === 'object' && 'type' in body && body.type === 'Buffer';
}

/**
 * Time for what is on its way through real sockets: turns of the event loop, in each of which they are read. A single timer
 * may be over before any, where the machine was busy with something else.
 */
async function pause(): Promise<void> {
  for (let turn = 0; turn < 15; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
}
