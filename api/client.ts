import type { ExecuteResponses, ReadResponses, Types, WriteResponses } from 'komodo_client';
import WebSocket from 'ws';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { CoreError } from './coreError.ts';
import { request, requestText } from './request.ts';

export interface Credential {
  readonly key: string;
  readonly secret: string;
}

export interface ClientOptions {
  /** Core's address; a path in it is kept, for a Core behind a proxy's sub-path. */
  readonly url: string;
  /** Asked before every request, so a new key counts at once. */
  readonly credential: () => Promise<Credential>;
  /** Milliseconds until an answer must be complete; 30 s if not said. */
  readonly timeoutMs?: number;
  /** How long a body may be, in bytes; 64 MiB if not said. */
  readonly maxBytes?: number;
  readonly fetch?: typeof globalThis.fetch;
  readonly WebSocket?: typeof WebSocket;
  readonly clock?: Clock;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** In bytes. */
const mostText = 4 * 1024 * 1024;

type Params<Request extends { type: string; params: unknown }, Type extends string> = Extract<
  Request,
  { type: Type }
>['params'];

/** Calls to one Core. Whatever goes wrong is a {@link CoreError}. */
export interface Client {
  /** Where it calls, without a slash at the end. */
  readonly url: string;
  readonly credential: () => Promise<Credential>;
  readonly clock: Clock;
  readonly WebSocket: typeof WebSocket;
  /** Lists are whole: Core cuts them (at 30 or 50) unless the params say `limit` or `page` themselves. */
  read<T extends Types.ReadRequest['type'] & keyof ReadResponses>(
    type: T,
    params: Params<Types.ReadRequest, T>,
    options?: CallOptions,
  ): Promise<ReadResponses[T]>;
  write<T extends Types.WriteRequest['type'] & keyof WriteResponses>(
    type: T,
    params: Params<Types.WriteRequest, T>,
    options?: CallOptions,
  ): Promise<WriteResponses[T]>;
  /** Answers as soon as Core has begun; how it ends is in the Update (see `watchRun`). */
  execute<T extends Types.ExecuteRequest['type'] & keyof ExecuteResponses>(
    type: T,
    params: Params<Types.ExecuteRequest, T>,
    options?: CallOptions,
  ): Promise<ExecuteResponses[T]>;
  /** What Core serves at a path, as text; at most 4 MiB. */
  text(path: string, options?: CallOptions): Promise<string>;
  /** Whose API key it is. */
  user(options?: CallOptions): Promise<Types.User>;
}

/** @throws CoreError `bad-address` when the url is none */
export function createClient(options: ClientOptions): Client {
  const url = baseUrl(options.url);
  const post = (
    route: string,
    type: string,
    params: object,
    call?: CallOptions,
  ): Promise<unknown> =>
    request(options, url, { path: route, body: JSON.stringify({ type, params }) }, call);
  return {
    url,
    credential: options.credential,
    clock: options.clock ?? systemClock,
    WebSocket: options.WebSocket ?? WebSocket,
    read: (type, params, call) =>
      onceMore(() => post('/read', type, wholeList(type, params), call)) as Promise<never>,
    write: (type, params, call) => post('/write', type, params, call) as Promise<never>,
    execute: (type, params, call) => post('/execute', type, params, call) as Promise<never>,
    text: (path, call) => requestText({ ...options, maxBytes: mostText }, url, { path }, call),
    user: async (call) => {
      try {
        return (await onceMore(() => request(options, url, { path: '/user' }, call))) as Types.User;
      } catch (error) {
        // Komodo 1.x has its own request for it.
        if (error instanceof CoreError && error.kind === 'not-komodo')
          return (await post('/auth', 'GetUser', {}, call)) as Types.User;
        throw error;
      }
    },
  };
}

/**
 * A connection kept from the last request may be dead by now, which shows only when it is used. What reads can simply
 * be asked again.
 */
async function onceMore<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CoreError && error.kind === 'dropped') return read();
    throw error;
  }
}

/** @throws CoreError `bad-address` */
export function baseUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    throw new CoreError(
      'bad-address',
      'That is no address; it should look like https://komodo.example.org.',
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new CoreError('bad-address', 'The address of a Core begins with http:// or https://.');
  if (url.username !== '' || url.password !== '')
    throw new CoreError(
      'bad-address',
      'Leave user and password out of the address; Core takes an API key.',
    );
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function wholeList(type: string, params: object): object {
  const cut = type.startsWith('List') && !('limit' in params) && !('page' in params);
  return cut ? { ...params, limit: 0 } : params;
}
