import { CoreError } from './coreError.ts';
import type { CoreErrorKind } from './coreError.ts';

const kinds: Readonly<Record<string, CoreErrorKind>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'dropped',
  EPIPE: 'dropped',
  UND_ERR_SOCKET: 'dropped',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  CERT_HAS_EXPIRED: 'tls',
  CERT_NOT_YET_VALID: 'tls',
};

const noTls = 'it does not speak TLS there; does the address begin with http:// instead?';

const certificates: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an authority this machine does not trust',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate comes from an authority this machine does not trust',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'its certificate comes from an authority this machine does not trust',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet (is the clock right?)',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
  EPROTO: noTls,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
};

/**
 * The reason why no answer came, from what fetch or a socket threw. Only the system's error code is taken over: the
 * texts of libraries may hold what was sent.
 * @param origin where the call went, e.g. `https://komodo.lan`
 */
export function networkError(error: unknown, origin: string): CoreError {
  if (isBadPort(error)) {
    const { port } = new URL(origin);
    return new CoreError('refused', `Port ${port} is kept for something else than HTTP.`);
  }
  const code = codeOf(error) ?? '';
  const kind = kinds[code] ?? (/^(ERR_TLS_|ERR_SSL_|CERT_)/.test(code) ? 'tls' : 'dropped');
  const words: Partial<Record<CoreErrorKind, string>> = {
    refused: `Nothing listens at ${origin}. Does Core run, and is the port right?`,
    'unknown-host': `There is no host of the name ${new URL(origin).hostname}.`,
    unreachable: `No way leads to ${origin}: the network or the host is down.`,
    timeout: `${origin} did not answer in time.`,
    dropped: `The connection to ${origin} broke off${code === '' || code in kinds ? '' : ` (${code})`}.`,
    tls: `No secure connection to ${origin}: ${certificates[code] ?? code}.`.replace('?.', '?'),
  };
  return new CoreError(kind, words[kind]!);
}

/** fetch calls no port of a list of its own, such as 6000 (X11), and gives no code for it. */
function isBadPort(error: unknown): boolean {
  return (
    error instanceof Error && error.cause instanceof Error && error.cause.message === 'bad port'
  );
}

/** Looks through `cause` and, as a host may have several addresses, through an AggregateError. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 5) return undefined;
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === 'string') return code;
  return (
    codeOf(cause, depth + 1) ?? (Array.isArray(errors) ? codeOf(errors[0], depth + 1) : undefined)
  );
}
