/** `/ws/update`: whoever logs in with the first message gets a frame for every change of an Update. */
import type { IncomingMessage, Server } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Core } from '../core.ts';
import { asCoreError } from '../errors.ts';
import type { Auth } from './auth.ts';
import { addressOf } from './auth.ts';
import { loginBy, refusedPing } from './socket-login.ts';

/** How often Core pings who has logged in, in milliseconds; the first time at once. */
const pingEvery = 30_000;

/** What is returned holds the sockets that are open. */
export function listenForUpdates(core: Core, auth: Auth, server: Server): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, autoPong: false });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://sandbox');
    if (pathname !== '/ws/update') {
      socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => greet(core, auth, request, client));
  });
  return sockets;
}

function greet(core: Core, auth: Auth, request: IncomingMessage, client: WebSocket): void {
  // Core ends a connection without a close frame, also one that the other side closes.
  client.close = () => client.terminate();
  client.on('error', () => client.terminate());
  // Frames between the upgrade and the login are kept for whoever logs in.
  const frames = new FrameQueue(client);
  const forget = core.updates.listen((frame) => frames.add(JSON.stringify(frame)));
  client.on('close', forget);

  /** Why an attempt to log in is refused; undefined where it is not. */
  const refusal = (run: () => void) => {
    try {
      const address = addressOf(request.headers, request.socket.remoteAddress ?? '');
      auth.limit.attempt(address, [400, 401], run);
      return undefined;
    } catch (error) {
      const { status, message } = asCoreError(error);
      return `[${status} ${STATUS_CODES[status] ?? ''}]: ${message}`;
    }
  };
  const drop = (text: string) => client.send(text, () => client.terminate());

  // Who has failed too often is told before saying anything.
  const limited = refusal(() => undefined);
  if (limited !== undefined) {
    drop(limited);
    return;
  }

  const onMessage = (data: RawData, isBinary: boolean) => {
    client.off('ping', onPing);
    const refused = refusal(() => loginBy(core, auth, data as Buffer, isBinary));
    if (refused !== undefined) {
      drop(refused);
      return;
    }
    client.send('LOGGED_IN');
    frames.open();
    keepPinging(core, client);
  };
  const onPing = (data: Buffer) => {
    client.off('message', onMessage);
    client.send(refusal(() => refusedPing(data))!);
    client.pong(data, false, () => client.terminate());
  };
  client.once('message', onMessage);
  client.once('ping', onPing);
}

function keepPinging(core: Core, client: WebSocket): void {
  client.on('ping', (data: Buffer) => client.pong(data));
  const ping = () => {
    client.ping();
    next = core.timers.after(pingEvery, ping);
  };
  let next: () => void = () => undefined;
  client.on('close', () => next());
  ping();
}

/** Holds frames back until it is opened. */
class FrameQueue {
  readonly #client: WebSocket;
  #held: string[] | undefined = [];

  constructor(client: WebSocket) {
    this.#client = client;
  }

  add(frame: string): void {
    if (this.#held) this.#held.push(frame);
    else this.#client.send(frame);
  }

  open(): void {
    for (const frame of this.#held ?? []) this.#client.send(frame);
    this.#held = undefined;
  }
}
