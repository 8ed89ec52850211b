/** A WebSocket played by hand, and what happened on it. */
import { WebSocket } from 'ws';

export interface SocketEvent {
  readonly event?: string;
  readonly received?: unknown;
  readonly data?: string;
  readonly code?: number;
  readonly status?: number;
}

export class PlayedSocket {
  readonly events: SocketEvent[] = [];
  readonly #socket: WebSocket;
  readonly #opened: Promise<void>;

  constructor(url: string, path: string, headers: Readonly<Record<string, string>> = {}) {
    this.#socket = new WebSocket(url.replace(/^http/, 'ws') + path, { headers });
    const socket = this.#socket;
    socket.on('open', () => this.events.push({ event: 'open' }));
    socket.on('message', (data: Buffer) => this.events.push({ received: parsed(data.toString()) }));
    socket.on('ping', (data) => this.events.push({ event: 'ping', data: data.toString() }));
    socket.on('pong', (data) => this.events.push({ event: 'pong', data: data.toString() }));
    socket.on('close', (code) => this.events.push({ event: 'close', code }));
    socket.on('error', () => undefined);
    this.#opened = new Promise((resolve) => {
      socket.on('open', resolve);
      socket.on('unexpected-response', (_request, response) => {
        this.events.push({ event: 'unexpected-response', status: response.statusCode ?? 0 });
        response.resume();
        resolve();
      });
    });
  }

  /** Resolves once the server has answered. */
  opened(): Promise<void> {
    return this.#opened;
  }

  async send(data: string | Buffer): Promise<void> {
    await this.#opened;
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(data);
  }

  async ping(data: string): Promise<void> {
    await this.#opened;
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.ping(data);
  }

  close(): Promise<void> {
    this.#socket.close();
    return Promise.resolve();
  }

  terminate(): void {
    this.#socket.terminate();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
