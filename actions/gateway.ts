/** Stands between a script that is rehearsed and a Core: reads pass, everything else is answered here and noted. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '../api/index.ts';
import type { RegexEngine } from '../komodo/patterns/index.ts';
import { batchTargets } from './batchTargets.ts';
import type { RunKey } from './interpolate.ts';
import { Refusal, RehearsedState } from './rehearsedState.ts';
import { RehearsedWrites } from './rehearsedWrites.ts';
import { isResource, kinds, record, targetOf, type Item, type Question } from './requests.ts';
import { simulatedUpdate } from './simulatedUpdate.ts';
import { quietEnd, terminalCommand } from './terminalCommand.ts';
import type { WouldChange } from './wouldChange.ts';

/** How long a request of a script may be, in bytes; Core takes no more either. */
const MOST_BYTES = 2 * 1024 * 1024;
/** How long Core may take for an answer, in milliseconds. */
const PATIENCE = 30_000;

export interface Gateway {
  readonly url: string;
  readonly port: number;
  /** Without it the gateway answers nobody but for the library. */
  readonly key: RunKey;
  readonly changes: readonly WouldChange[];
  close(): void;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface GatewayOptions {
  readonly core: Pick<Client, 'url' | 'credential'>;
  /** The Core's version. */
  readonly version: string;
  /** The JavaScript of `komodo_client`, which scripts import. */
  readonly library: string;
  /** Without it a batch of executions picks nothing. */
  readonly regexEngine?: RegexEngine | undefined;
  /** Called for each write and execution, in the order the script asked for them. */
  readonly onChange?: (change: WouldChange) => void;
}

/** Listens on the loopback interface, at a free port. */
export async function openGateway({
  core,
  version,
  library,
  regexEngine,
  onChange = () => undefined,
}: GatewayOptions): Promise<Gateway> {
  const key = { key: randomBytes(16).toString('hex'), secret: randomBytes(16).toString('hex') };
  const changes: WouldChange[] = [];
  const note = (change: WouldChange): void => {
    changes.push(change);
    onChange(change);
  };
  const updates = new Map<string, Item>();
  const keep = (update: Item): Item => {
    updates.set(String(record(update._id).$oid), update);
    return update;
  };

  const ask = async ({ type, params }: Question): Promise<Answer> => {
    const { key: coreKey, secret } = await core.credential();
    try {
      const response = await fetch(`${core.url}/read`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-api-key': coreKey,
          'x-api-secret': secret,
        },
        body: JSON.stringify({ type, params }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      return { status: response.status, body: await response.text() };
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      const words = isLate ? `did not answer within ${PATIENCE / 1000} s` : 'can’t be reached';
      throw Refusal.of(504, `${core.url} ${words}.`);
    }
  };
  const state = new RehearsedState(async (question) => {
    const { status, body } = await ask(question);
    if (status !== 200) throw new Refusal(status, body);
    return JSON.parse(body) as unknown;
  });
  const writes = new RehearsedWrites(state, version, keep);
  /** One write after the other, as each looks at what the others left. */
  let turn: Promise<unknown> = Promise.resolve();

  const read = async (question: Question): Promise<Answer> => {
    const { type, params } = question;
    const update = type === 'GetUpdate' ? updates.get(String(params.id)) : undefined;
    if (update) return ok(update);
    return state.concerns(type) ? ok(await state.read(question)) : ask(question);
  };

  const write = async (question: Question): Promise<Answer> => {
    const { answer, change } = await writes.do(question);
    note(change);
    return ok(answer);
  };

  const execute = async ({ type, params }: Question): Promise<Answer> => {
    const execution = { route: 'execute', type, params, target: targetOf(params) } as const;
    if (type.startsWith('Batch')) {
      const names = await batchTargets({ type, params }, state, regexEngine);
      note({
        ...execution,
        changed: [],
        note: `would be executed for ${names.join(', ') || 'none'}`,
      });
      return ok(names.map(() => ({ status: 'Ok', data: keep(simulatedUpdate(type)) })));
    }
    await mustBeThere(params, state);
    note({ ...execution, changed: [], note: 'would be executed' });
    return ok(keep(simulatedUpdate(type)));
  };

  const runInTerminal = async (body: Item): Promise<Answer> => {
    const { where, change } = terminalCommand(body);
    await mustBeThere(where, state);
    note(change);
    return { status: 200, body: quietEnd };
  };

  const inTurn = (run: () => Promise<Answer>): Promise<Answer> => {
    const next = turn.then(run);
    turn = next.catch(() => undefined);
    return next;
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    if (request.headers['x-api-key'] !== key.key) throw Refusal.of(401, 'Not the script’s key.');
    const [, route, path] = (request.url ?? '').split('/');
    const body = record(JSON.parse(await textOf(request)));
    if (route === 'terminal' && path === 'execute') return inTurn(() => runInTerminal(body));
    const question = path
      ? { type: path, params: body }
      : { type: String(body.type), params: record(body.params) };
    if (route === 'read') return read(question);
    if (route === 'write') return inTurn(() => write(question));
    if (route === 'execute') return inTurn(() => execute(question));
    throw Refusal.of(
      501,
      `A rehearsal has no /${route ?? ''}: only read, write, execute and terminal/execute.`,
    );
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET' && request.url === '/client/lib.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(library);
      return;
    }
    const { status, body } = await answer(request).catch((error: unknown) =>
      error instanceof Refusal
        ? error
        : Refusal.of(500, error instanceof Error ? error.message : String(error)),
    );
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    key,
    changes,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Core refuses at once to execute on what is not there. Throws {@link Refusal}. */
async function mustBeThere(params: Item, state: RehearsedState): Promise<void> {
  for (const [kind, param] of Object.entries(kinds)) {
    const asked = params[param];
    if (!isResource(kind) || typeof asked !== 'string' || asked === '') continue;
    await state.get(kind, asked);
    return;
  }
}

const ok = (value: unknown): Answer => ({ status: 200, body: JSON.stringify(value) });

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('The request is longer than 2 MiB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
