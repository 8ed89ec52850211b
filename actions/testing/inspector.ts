import type { Debugger, Runtime } from 'node:inspector';
import { WebSocket } from 'ws';

/** Events of V8's inspector that tests wait for. */
interface Events {
  'Debugger.scriptParsed': Debugger.ScriptParsedEventDataType;
  'Debugger.paused': Debugger.PausedEventDataType;
  'Runtime.consoleAPICalled': Runtime.ConsoleAPICalledEventDataType;
  'Runtime.executionContextDestroyed': Runtime.ExecutionContextDestroyedEventDataType;
}
interface Event {
  readonly method: string;
  readonly params: unknown;
}
type Message = Event | { readonly id: number; readonly result: unknown };

/** Speaks to V8 as a debugger does. */
export class Inspector {
  readonly #socket: WebSocket;
  readonly #events: Event[] = [];
  readonly #answers = new Map<number, (result: unknown) => void>();
  #seen: () => void = () => undefined;
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message;
      if ('id' in message) this.#answers.get(message.id)?.(message.result);
      else this.#events.push(message);
      this.#seen();
    });
  }

  static async at(address: string): Promise<Inspector> {
    const socket = new WebSocket(address);
    await new Promise((resolve) => socket.once('open', resolve));
    return new Inspector(socket);
  }

  ask(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#last;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  /** The next event of a kind; each is given once. */
  async event<Method extends keyof Events>(
    method: Method,
    wanted: (params: Events[Method]) => boolean = () => true,
  ): Promise<Events[Method]> {
    for (;;) {
      const index = this.#events.findIndex(
        (each) => each.method === method && wanted(each.params as Events[Method]),
      );
      if (index >= 0) return this.#events.splice(index, 1)[0]!.params as Events[Method];
      await new Promise<void>((resolve) => (this.#seen = resolve));
    }
  }

  close(): void {
    this.#socket.close();
  }
}
