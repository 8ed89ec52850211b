import type { ExecuteResponses, ReadResponses, Types, WriteResponses } from 'komodo_client';
import WebSocket from 'ws';
import { answerError, isHtml, notKomodo } from './answerError.ts';
import type { Answer } from './answerError.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { CoreError } from './coreError.ts';
import { networkError } from './networkError.ts';
import { readText } from './readText.ts';

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
  /** Whose API key it is. */
  user(options?: CallOptions): Promise<Types.User>;
}

const defaultTimeoutMs = 30_000;
const defaultMaxBytes = 64 * 1024 * 1024;

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
      post('/read', type, wholeList(type, params), call) as Promise<never>,
    write: (type, params, call) => post('/write', type, params, call) as Promise<never>,
    execute: (type, params, call) => post('/execute', type, params, call) as Promise<never>,
    user: async (call) => {
      try {
        return (await request(options, url, { path: '/user' }, call)) as Types.User;
      } catch (error) {
        // Komodo 1.x has its own request for it.
        if (error instanceof CoreError && error.kind === 'not-komodo')
          return (await post('/auth', 'GetUser', {}, call)) as Types.User;
        throw error;
      }
    },
  };
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

/** One request and its answer as JSON. GET when there is no body. */
async function request(
  options: ClientOptions,
  url: string,
  { path, body }: { path: string; body?: string },
  call: CallOptions = {},
): Promise<unknown> {
  const { signal } = call;
  const origin = new URL(url).origin;
  if (signal?.aborted) throw CoreError.aborted();
  const credential = checked(await options.credential());
  const stop = new AbortController();
  const onAbort = (): void => stop.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = { late: false };
  const cancelTimer = (options.clock ?? systemClock).after(
    call.timeoutMs ?? options.timeoutMs ?? defaultTimeoutMs,
    () => {
      timer.late = true;
      stop.abort();
    },
  );
  try {
    const response = await (options.fetch ?? fetch)(url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'x-api-key': credential.key,
        'x-api-secret': credential.secret,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal: stop.signal,
    });
    const answer: Answer = {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      location: response.headers.get('location'),
      retryAfter: response.headers.get('retry-after'),
      body: await readText(response, options.maxBytes ?? defaultMaxBytes),
    };
    return parsed(answer, response.ok, origin);
  } catch (error) {
    if (signal?.aborted) throw CoreError.aborted();
    if (timer.late) throw new CoreError('timeout', `${origin} did not answer in time.`);
    if (error instanceof CoreError) throw withoutCredential(error, credential);
    throw networkError(error, origin);
  } finally {
    cancelTimer();
    signal?.removeEventListener('abort', onAbort);
    // What is left of a body that nobody wants need not come.
    stop.abort();
  }
}

function parsed(answer: Answer, ok: boolean, origin: string): unknown {
  if (!ok) throw answerError(answer, origin);
  try {
    return JSON.parse(answer.body) as unknown;
  } catch {
    const what = isHtml(answer.body, answer.contentType)
      ? 'a web page comes'
      : 'what comes is not JSON';
    throw notKomodo(origin, answer.status, what);
  }
}

/** fetch would put a credential it cannot send into its error. */
function checked({ key, secret }: Credential): Credential {
  const credential = { key: key.trim(), secret: secret.trim() };
  for (const part of Object.values(credential))
    if (!/^[\x21-\x7e]+$/.test(part))
      throw new CoreError(
        'unauthorized',
        'The API key or its secret is empty, or has characters that none has.',
      );
  return credential;
}

/** Core repeats in some errors what it was sent. */
function withoutCredential(error: CoreError, { key, secret }: Credential): CoreError {
  if (!error.message.includes(key) && !error.message.includes(secret)) return error;
  const message = error.message.replaceAll(key, '…').replaceAll(secret, '…');
  return new CoreError(error.kind, message, error);
}
