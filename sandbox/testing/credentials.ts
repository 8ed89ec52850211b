/** The credentials that a recorded request names, made good with ours. */
export interface Credentials {
  readonly key: string;
  readonly secret: string;
  readonly jwt: string;
}

type Headers = Readonly<Record<string, string>>;

/** Headers for a kind of credential. Throws for a kind that is not known. */
export function headersFor(kind: string, { key, secret, jwt }: Credentials): Headers {
  const kinds: Readonly<Record<string, Headers>> = {
    none: {},
    jwt: { authorization: jwt },
    bearer: { authorization: `Bearer ${jwt}` },
    'api-key': { 'x-api-key': key, 'x-api-secret': secret },
    'api-key:bad-secret': { 'x-api-key': key, 'x-api-secret': 'S_wrong_S' },
    'api-key:unknown-key': { 'x-api-key': 'K_unknown_K', 'x-api-secret': secret },
    'api-key:no-secret': { 'x-api-key': key },
    'api-key:no-key': { 'x-api-secret': secret },
    'api-key:empty': { 'x-api-key': '', 'x-api-secret': '' },
    'api-key:spaces': { 'x-api-key': ` ${key} `, 'x-api-secret': ` ${secret} ` },
    'jwt:garbage': { authorization: 'garbage' },
    'jwt:bad-signature': { authorization: `${jwt.slice(0, -4)}AAAA` },
    'bearer:lower-case': { authorization: `bearer ${jwt}` },
    'bearer:basic': { authorization: 'Basic YWRtaW46Y2hhbmdlbWU=' },
    'jwt+bad-key': { authorization: jwt, 'x-api-key': 'K_unknown_K', 'x-api-secret': 'x' },
    'bad-jwt+good-key': { authorization: 'garbage', 'x-api-key': key, 'x-api-secret': secret },
  };
  const headers = kinds[kind];
  if (!headers) throw new Error(`unknown credential: ${kind}`);
  return headers;
}

/** A recorded text with the credentials that were taken out of it. */
export function withCredentials(text: string, { key, secret, jwt }: Credentials): string {
  return text
    .replaceAll('<jwt>', jwt)
    .replaceAll('<api-key>', key)
    .replaceAll('<api-secret>', secret)
    .replaceAll('changeme', secret);
}

/** The other way round, for answers that hand credentials out. */
export function withoutCredentials(text: string): string {
  if (/^K_[A-Za-z0-9]{40}_K$/.test(text)) return '<api-key>';
  if (/^S_[A-Za-z0-9]{40}_S$/.test(text)) return '<api-secret>';
  return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(text) ? '<jwt>' : text;
}
