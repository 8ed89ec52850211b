/**
 * What can go wrong between us and Core:
 * - the way there: `bad-address`, `unknown-host`, `refused`, `unreachable`, `tls`, `timeout`, `dropped`, `aborted`;
 * - who answers: `not-komodo`, `unavailable` (a proxy without its Core), `too-large`;
 * - what Core says: `unauthorized`, `rate-limited`, `forbidden`, `not-found`, `busy`, `unsupported` (a request this
 *   version of Core lacks), and `core` for all else.
 */
export type CoreErrorKind =
  | 'bad-address'
  | 'unknown-host'
  | 'refused'
  | 'unreachable'
  | 'tls'
  | 'timeout'
  | 'dropped'
  | 'aborted'
  | 'not-komodo'
  | 'unavailable'
  | 'too-large'
  | 'unauthorized'
  | 'rate-limited'
  | 'forbidden'
  | 'not-found'
  | 'busy'
  | 'unsupported'
  | 'core';

interface Details {
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** Milliseconds until Core will listen again. */
  readonly retryAfter?: number;
}

/** Error texts of Core can hold whole scripts; nobody reads more than this. */
const longestMessage = 2000;

/** A failed call to Core. The message is for people, and holds no credential. */
export class CoreError extends Error {
  override readonly name = 'CoreError';
  readonly kind: CoreErrorKind;
  readonly status?: number;
  readonly retryAfter?: number;

  constructor(kind: CoreErrorKind, message: string, details: Details = {}) {
    super(message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message);
    this.kind = kind;
    if (details.status !== undefined) this.status = details.status;
    if (details.retryAfter !== undefined) this.retryAfter = details.retryAfter;
  }

  static aborted(): CoreError {
    return new CoreError('aborted', 'Cancelled.');
  }

  /** Whether the same call may well succeed a little later: Core restarts, the network is back, the limit is over. */
  get passing(): boolean {
    return passing.has(this.kind);
  }
}

const passing: ReadonlySet<CoreErrorKind> = new Set<CoreErrorKind>([
  'unknown-host',
  'refused',
  'unreachable',
  'timeout',
  'dropped',
  'unavailable',
  'rate-limited',
]);
