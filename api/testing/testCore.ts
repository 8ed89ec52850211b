import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { CoreUpdate } from '../../komodo/runs/index.ts';
import { recording } from '../../komodo/runs/testing/recording.ts';
import { createClient } from '../client.ts';
import type { Client, ClientOptions } from '../client.ts';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Of `{type, params}`; a GET has its path as type. */
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What the server says; a function has the whole response in hand, and may never end it. */
export type Reply =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | ((response: ServerResponse, request: SeenRequest) => void);

export const credential = { key: 'K-of-the-test', secret: 'S-of-the-test' };

/**
 * A small real server that speaks as Core does, with recorded bodies, and misbehaves when a test wants it to. Runs are
 * played by hand: `put` gives an Update a new state and sends the frame.
 */
export class TestCore {
  readonly requests: SeenRequest[] = [];
  readonly updates = new Map<string, CoreUpdate>();
  /** Frames are sent for changes. */
  frames = true;
  /** Reply to a login on /ws/update; undefined says nothing at all. */
  login: (message: string) => string | undefined = () => 'LOGGED_IN';
  /** Pings of the client are answered. */
  pongs = true;
  readonly sockets = new Set<WebSocket>();
  private readonly replies = new Map<string, Reply>();
  private server: Server | undefined;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** On the port it had before, after a `stop`. */
  async start(): Promise<this> {
    this.server = createServer((request, response) => void this.answer(request, response));
    const websockets = new WebSocketServer({
      server: this.server,
      path: '/ws/update',
      autoPong: false,
    });
    websockets.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('ping', () => {
        if (this.pongs) socket.pong();
      });
      socket.once('message', (message) => {
        const said = this.login((message as Buffer).toString());
        if (said !== undefined) socket.send(said);
        if (said !== undefined && said !== 'LOGGED_IN') socket.terminate();
      });
    });
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  /** As SIGTERM does: connections break off, without a close frame. */
  async stop(): Promise<void> {
    this.dropSockets();
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  dropSockets(): void {
    for (const socket of this.sockets) socket.terminate();
  }

  /** From now on this answers a request (`GetVersion`, `/user`); undefined gives the usual answer back. */
  reply(type: string, reply: Reply | undefined): void {
    if (reply) this.replies.set(type, reply);
    else this.replies.delete(type);
  }

  /** The next state of an Update, and its frame. */
  put(update: CoreUpdate): void {
    this.updates.set(update._id!.$oid, update);
    if (this.frames) this.send(JSON.stringify(listItem(update)));
  }

  send(text: string): void {
    for (const socket of this.sockets) socket.send(text);
  }

  client(options: Partial<ClientOptions> = {}): Client {
    return createClient({
      url: this.url,
      credential: () => Promise.resolve(credential),
      ...options,
    });
  }

  /** How often something was asked. */
  count(type: string): number {
    return this.requests.filter((request) => request.type === type).length;
  }

  private async answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const seen = await readRequest(message);
    this.requests.push(seen);
    const reply = this.replies.get(seen.type) ?? this.replies.get('*') ?? this.usual(seen);
    if (typeof reply === 'function') {
      reply(response, seen);
      return;
    }
    const { status = 200, headers = { 'content-type': 'application/json' }, body } = reply;
    response.writeHead(status, headers);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  private usual({ type, params }: SeenRequest): Reply {
    if (type === 'GetUpdate') {
      const body = this.updates.get(params.id as string);
      return body ? { body } : failure(500, 'no update exists with given id');
    }
    if (type === 'ListUpdates') return { body: this.listed(params) };
    const body = recorded().get(type);
    return body === undefined
      ? failure(
          422,
          `Failed to deserialize the JSON body into the target type: type: unknown variant \`${type}\``,
        )
      : { body };
  }

  /** The newest first, two a page so that paging is in every test. */
  private listed(params: SeenRequest['params']): unknown {
    const { query, page = 0 } = params as {
      query: { operator: string; start_ts: { $gt: number } };
      page?: number;
    };
    const matching = [...this.updates.values()]
      .filter(
        ({ operator, start_ts }) => operator === query.operator && start_ts > query.start_ts.$gt,
      )
      .sort((a, b) => b.start_ts - a.start_ts);
    const updates = matching.slice(page * 2, page * 2 + 2).map(listItem);
    return { updates, next_page: matching.length > (page + 1) * 2 ? page + 1 : null };
  }
}

export function failure(status: number, error: string, trace: string[] = []): Reply {
  return { status, body: { error, trace } };
}

/** Every state of every Update of a recording, in the order Core showed them. */
export function recordedStates(name: string): CoreUpdate[] {
  return recording(name)
    .updates.flatMap(({ states }) => states)
    .sort((a, b) => a.t_ms - b.t_ms)
    .map(({ body }) => body);
}

/** Answers to plain reads, as recorded from Core, by request. */
function recorded(): ReadonlyMap<string, unknown> {
  bodies ??= new Map(
    ['reads-core', 'reads-resources'].flatMap((name) =>
      recording(name).steps.flatMap(({ request, response }) =>
        request && response?.status === 200
          ? [[request.path.replace(/^\/read\//, ''), response.body] as const]
          : [],
      ),
    ),
  );
  return bodies;
}
let bodies: ReadonlyMap<string, unknown> | undefined;

function listItem(update: CoreUpdate): object {
  const { operation, start_ts, success, operator, target, status } = update;
  const id = update._id!.$oid;
  return { id, operation, start_ts, success, username: 'admin', operator, target, status };
}

async function readRequest(message: IncomingMessage): Promise<SeenRequest> {
  let text = '';
  for await (const chunk of message) text += String(chunk);
  const { method = '', url: path = '', headers } = message;
  const { type = path, params = {} } = text === '' ? {} : JSON.parse(text);
  return { method, path, headers, type, params };
}
