/** JSON web tokens, signed with a key of this start (HS256). */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** How long a token is good for, in milliseconds. */
const lifetime = 24 * 3_600_000;
const header = encoded({ typ: 'JWT', alg: 'HS256' });

export class Tokens {
  readonly #clock: Clock;
  readonly #key: Buffer;

  constructor(clock: Clock, key: Buffer) {
    this.#clock = clock;
    this.#key = key;
  }

  issue(user: string): string {
    const iat = this.#clock.now();
    const content = `${header}.${encoded({ sub: user, iat, exp: iat + lifetime })}`;
    return `${content}.${this.#signature(content).toString('base64url')}`;
  }

  /** The user whom a token was issued to; undefined where it does not verify. */
  verify(token: string): string | undefined {
    const [head, payload, signature, ...rest] = token.split('.');
    if (head !== header || payload === undefined || signature === undefined || rest.length > 0) {
      return undefined;
    }
    const given = Buffer.from(signature, 'base64url');
    const right = this.#signature(`${head}.${payload}`);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    const { sub, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      sub: string;
      exp: number;
    };
    return this.#clock.now() < exp ? sub : undefined;
  }

  #signature(content: string): Buffer {
    return createHmac('sha256', this.#key).update(content).digest();
  }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
