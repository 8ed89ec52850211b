import type { Types } from 'komodo_client';
import { backoff } from './backoff.ts';
import type { Client } from './client.ts';
import type { CoreError } from './coreError.ts';
import { openUpdateSocket } from './updateSocket.ts';
import type { UpdateSocket } from './updateSocket.ts';

/**
 * - `connecting`: under way, for the first time or again; `error` says why again, `retryAt` when, if not now.
 * - `live`: frames come. Whatever happened before is not told again: who follows something asks for it anew.
 * - `stopped`: by `close()`, or as Core does not accept the API key (trying on would lock the address out).
 */
export type LiveState =
  | { readonly status: 'connecting'; readonly error?: CoreError; readonly retryAt?: number }
  | { readonly status: 'live' }
  | { readonly status: 'stopped'; readonly error?: CoreError };

export interface UpdateHandlers {
  /** An Update began, has a new log line, or ended; several frames may be equal, and frames can get lost. */
  readonly onFrame?: (frame: Types.UpdateListItem) => void;
  /** On every change. On `live`, take up what was missed. */
  readonly onState?: (state: LiveState) => void;
}

export interface LiveUpdates {
  readonly state: LiveState;
  /** @returns to be called when nothing more shall be told */
  subscribe(handlers: UpdateHandlers): () => void;
  /** Connects now, without waiting for its turn; also when Core refused the API key, and now there is another. */
  reconnect(): void;
  /** For good. */
  close(): void;
}

export interface LiveOptions {
  /** Between 0 and 1; scatters the waits. */
  readonly random?: () => number;
}

/** Milliseconds after which a connection counts as good, and the next failure as the first. */
const goodAfter = 10_000;

/** Keeps one connection to Core's live updates, for everybody who wants them, until it is closed. */
export function openUpdates(
  client: Client,
  handlers: UpdateHandlers = {},
  { random = Math.random }: LiveOptions = {},
): LiveUpdates {
  const subscribers = new Set<UpdateHandlers>([handlers]);
  let state: LiveState = { status: 'connecting' };
  let socket: UpdateSocket | undefined;
  let failures = 0;
  let closed = false;
  let cancelTimer = (): void => undefined;

  function become(next: LiveState): void {
    state = next;
    for (const { onState } of [...subscribers]) onState?.(next);
  }
  function connect(): void {
    cancelTimer();
    socket?.close();
    socket = openUpdateSocket(client, {
      onLogin() {
        cancelTimer = client.clock.after(goodAfter, () => (failures = 0));
        become({ status: 'live' });
      },
      onFrame(frame) {
        for (const { onFrame } of [...subscribers]) onFrame?.(frame);
      },
      onEnd: retry,
    });
  }
  function retry(error: CoreError): void {
    cancelTimer();
    socket = undefined;
    if (error.kind === 'unauthorized') {
      become({ status: 'stopped', error });
      return;
    }
    const wait = error.retryAfter ?? backoff(failures++, random());
    become({ status: 'connecting', error, retryAt: client.clock.now() + wait });
    cancelTimer = client.clock.after(wait, () => {
      become({ status: 'connecting', error });
      connect();
    });
  }

  connect();
  return {
    get state() {
      return state;
    },
    subscribe(more) {
      subscribers.add(more);
      return () => subscribers.delete(more);
    },
    reconnect() {
      if (closed) return;
      failures = 0;
      become({ status: 'connecting' });
      connect();
    },
    close() {
      closed = true;
      cancelTimer();
      socket?.close();
      socket = undefined;
      become({ status: 'stopped' });
      subscribers.clear();
    },
  };
}
