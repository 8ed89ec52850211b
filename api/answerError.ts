import { CoreError } from './coreError.ts';
import type { CoreErrorKind } from './coreError.ts';

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** `location` of a redirect, `retry-after` of a limit; null where missing. */
  readonly location: string | null;
  readonly retryAfter: string | null;
  readonly body: string;
}

/** What an answer holds that is not JSON of Core. */
export function notKomodo(origin: string, status: number, what: string): CoreError {
  return new CoreError('not-komodo', `${origin} answers, but not as Komodo does: ${what}.`, {
    status,
  });
}

/**
 * The error an answer with another status than 2xx stands for. A released Core answers unknown paths with its web
 * page or 405, so both mean that this is not where its API lives.
 */
export function answerError(answer: Answer, origin: string): CoreError {
  const { status, body } = answer;
  const said = coreWords(body);
  if (status === 429) return rateLimited(said, answer.retryAfter);
  if (status >= 300 && status < 400) return redirected(answer, origin);
  if ([502, 503, 504].includes(status) && said === undefined)
    return new CoreError(
      'unavailable',
      `A proxy answers at ${origin}, but Core behind it does not (${status}).`,
      { status },
    );
  if (said === undefined) {
    if (/HTTP request (was sent )?to (an )?HTTPS/i.test(body))
      return new CoreError(
        'tls',
        `${origin} wants a secure connection: let the address begin with https://.`,
        { status },
      );
    if (status === 401 || status === 403)
      return new CoreError(
        'unauthorized',
        `Something before Core refuses at ${origin} (${status}); is there a login proxy?`,
        { status },
      );
    return notKomodo(
      origin,
      status,
      isHtml(body, answer.contentType)
        ? `a web page comes (${status})`
        : `status ${status} comes without its error text`,
    );
  }
  return new CoreError(kindOf(status, said), sentence(status, said), { status });
}

/** The same for what Core says in place of `LOGGED_IN`: `[401 Unauthorized]: …`. */
export function loginError(message: string): CoreError | undefined {
  const [, code, said] = /^\[(\d{3})[^\]]*\]: ([^]*)$/.exec(message) ?? [];
  if (said === undefined) return undefined;
  const status = Number(code);
  if (status === 429) return rateLimited(said, null);
  return new CoreError(kindOf(status, said), sentence(status, said), { status });
}

export function isHtml(body: string, contentType: string): boolean {
  return contentType.includes('text/html') || /^\s*<(!doctype|html|head|body)\b/i.test(body);
}

/** `{error, trace}` in one text, the trace being the causes. Undefined when the body is something else. */
function coreWords(body: string): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  const { error, trace } = (parsed ?? {}) as { error?: unknown; trace?: unknown };
  if (typeof error !== 'string') return undefined;
  const causes = Array.isArray(trace) ? trace.filter((each) => typeof each === 'string') : [];
  return [error, ...causes].join(': ');
}

/** Core says 500 to almost everything, so its words decide. */
function kindOf(status: number, said: string): CoreErrorKind {
  if (status === 401 || said.startsWith('Invalid user credentials')) return 'unauthorized';
  if (
    status === 403 ||
    /required permissions|only accessable by admins|Only (super )?admins/i.test(said)
  )
    return 'forbidden';
  if (/(^|target type: (type: )?)unknown variant `/.test(said)) return 'unsupported';
  if (status === 404 || /^Did not find any |^no update exists /.test(said)) return 'not-found';
  if (said.endsWith(' busy')) return 'busy';
  return 'core';
}

function sentence(status: number, said: string): string {
  const kind = kindOf(status, said);
  if (kind === 'unsupported') {
    const [, request] = /unknown variant `([^`]*)`/.exec(said) ?? [];
    return `This version of Core has no request ${request ?? ''}.`;
  }
  if (!/^Invalid (user|client) credentials/.test(said)) return said;
  const [, left] = /You have (\d+) attempts remaining/.exec(said) ?? [];
  const limit =
    left === undefined
      ? ''
      : ` ${left} more ${left === '1' ? 'try' : 'tries'} before it locks this address out.`;
  return `Core does not know this API key and secret, or they have expired.${limit}`;
}

function rateLimited(said: string | undefined, header: string | null): CoreError {
  const seconds = /Try again in (\d+)s/.exec(said ?? '')?.[1] ?? header ?? '';
  const known = /^\d+$/.test(seconds);
  const wait = known ? `Try again in ${seconds} s.` : 'Try again later.';
  return new CoreError(
    'rate-limited',
    `Core refuses this address for a while, after too many failed logins. ${wait}`,
    {
      status: 429,
      ...(known ? { retryAfter: Number(seconds) * 1000 } : {}),
    },
  );
}

/** Redirects are not followed: the API key would go wherever they lead. */
function redirected({ status, location }: Answer, origin: string): CoreError {
  let target = 'elsewhere';
  try {
    if (location !== null) target = new URL(location, origin).origin;
  } catch {
    // An address that is none is not worth showing.
  }
  return notKomodo(origin, status, `it redirects to ${target}. If Core is there, use that address`);
}
