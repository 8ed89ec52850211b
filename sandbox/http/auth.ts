/** Who asks: by API key and secret, or by a token. */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { Caller, Core } from '../core.ts';
import { CoreError } from '../errors.ts';
import type { Tokens } from './jwt.ts';
import { RateLimit } from './rate-limit.ts';

export class Auth {
  readonly limit: RateLimit;
  readonly #core: Core;
  readonly #tokens: Tokens;

  constructor(core: Core, tokens: Tokens) {
    this.#core = core;
    this.#tokens = tokens;
    this.limit = new RateLimit(core.clock);
  }

  /** Who sends these headers. Throws Core's answer to anybody who may not come in. */
  caller(headers: IncomingHttpHeaders, remoteAddress: string): Caller {
    const address = addressOf(headers, remoteAddress);
    const { authorization } = headers;
    const key = single(headers['x-api-key']);
    if (authorization !== undefined) {
      // A token that does not verify is a 500 over HTTP, and does not count.
      return this.limit.attempt(address, [401], () =>
        this.byToken(authorization.replace(/^Bearer /, ''), 500),
      );
    }
    if (key === undefined) throw new CoreError('Invalid client credentials', { status: 401 });
    const secret = single(headers['x-api-secret']);
    if (secret === undefined) {
      throw new CoreError('Request headers have X-API-KEY but missing X-API-SECRET');
    }
    return this.limit.attempt(address, [401], () => this.byKey(key, secret));
  }

  byToken(token: string, status: number): Caller {
    const id = this.#tokens.verify(token);
    if (id === undefined) throw new CoreError('Invalid user credentials', { status });
    return { id };
  }

  byKey(key: string, secret: string): Caller {
    const { users, clock } = this.#core;
    if (!users.accepts(key, secret, clock.now())) {
      throw new CoreError('Invalid user credentials', { status: 401 });
    }
    return { id: users.id };
  }

  /** Gives a token for the name and password of a person; the password is the secret of this start. */
  login(username: string, password: string): string {
    const { users } = this.#core;
    const fits = username === users.name && users.keys()[0]?.secret === password;
    if (!fits) throw new CoreError('Invalid login credentials', { status: 401 });
    return this.#tokens.issue(users.id);
  }
}

/** The address that failures are counted for; what a proxy says of it is believed. */
export function addressOf(headers: IncomingHttpHeaders, remoteAddress: string): string {
  const forwarded = single(headers['x-forwarded-for'])?.split(',')[0]?.trim();
  if (forwarded === undefined) return remoteAddress;
  if (isIP(forwarded) === 0) throw new CoreError('invalid IP address syntax', { status: 401 });
  return forwarded;
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
