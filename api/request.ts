import { answerError, isHtml, notKomodo } from './answerError.ts';
import type { Answer } from './answerError.ts';
import type { CallOptions, ClientOptions, Credential } from './client.ts';
import { systemClock } from './clock.ts';
import { CoreError } from './coreError.ts';
import { networkError } from './networkError.ts';
import { readText } from './readText.ts';

const defaultTimeoutMs = 30_000;
const defaultMaxBytes = 64 * 1024 * 1024;

/** What is asked for; GET when there is no body. */
interface Asked {
  readonly path: string;
  readonly body?: string;
}

/** One request and its answer as JSON. */
export function request(
  options: ClientOptions,
  url: string,
  asked: Asked,
  call?: CallOptions,
): Promise<unknown> {
  return answered(options, url, asked, parsed, call);
}

/** One request and its answer as text, of which only a web page is none. */
export function requestText(
  options: ClientOptions,
  url: string,
  asked: Asked,
  call?: CallOptions,
): Promise<string> {
  return answered(options, url, asked, plain, call);
}

async function answered<Body>(
  options: ClientOptions,
  url: string,
  { path, body }: Asked,
  read: (answer: Answer, ok: boolean, origin: string) => Body,
  call: CallOptions = {},
): Promise<Body> {
  const { signal } = call;
  const origin = new URL(url).origin;
  if (signal?.aborted) throw CoreError.aborted();
  const credential = checked(await options.credential());
  const stop = new AbortController();
  // Listening to one that many requests share would reach its limit of listeners.
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
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
      signal: either,
    });
    const answer: Answer = {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      location: response.headers.get('location'),
      retryAfter: response.headers.get('retry-after'),
      body: await readText(response, options.maxBytes ?? defaultMaxBytes),
    };
    return read(answer, response.ok, origin);
  } catch (error) {
    if (signal?.aborted) throw CoreError.aborted();
    if (timer.late) throw new CoreError('timeout', `${origin} did not answer in time.`);
    if (error instanceof CoreError) throw withoutCredential(error, credential);
    throw networkError(error, origin);
  } finally {
    cancelTimer();
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

function plain(answer: Answer, ok: boolean, origin: string): string {
  if (!ok) throw answerError(answer, origin);
  if (isHtml(answer.body, answer.contentType))
    throw notKomodo(origin, answer.status, 'a web page comes');
  return answer.body;
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

/** No key or secret of a Core is shorter; what is may well be a part of a word. */
const shortestSecret = 8;

/** Core repeats in some errors what it was sent. */
function withoutCredential(error: CoreError, { key, secret }: Credential): CoreError {
  const found = [key, secret].filter(
    (part) => part.length >= shortestSecret && error.message.includes(part),
  );
  if (found.length === 0) return error;
  const message = found.reduce((text, part) => text.replaceAll(part, '…'), error.message);
  return new CoreError(error.kind, message, error);
}
