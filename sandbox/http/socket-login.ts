/** The first message on a WebSocket: `{type: "Jwt" | "ApiKeys", params}`. */
import type { Schema, TaggedDefinition } from '../../komodo/schema/index.ts';
import type { Core } from '../core.ts';
import { CoreError } from '../errors.ts';
import { JsonSyntaxError, parseJson, placeAt } from '../json/parse.ts';
import { readShape, ShapeError } from '../requests/index.ts';
import { shared } from '../requests/shared.ts';
import { definitionsOf } from '../requests/table.ts';
import type { Auth } from './auth.ts';
import { utf8Problem } from './utf8-problem.ts';

const variants = ['Jwt', 'ApiKeys'].map((name) => ({
  name,
  content: { kind: 'ref' as const, name },
}));
const loginMessage: TaggedDefinition = {
  kind: 'tagged',
  name: 'WsLoginMessage',
  tag: 'type',
  content: 'params',
  variants,
  byName: new Map(variants.map((variant) => [variant.name, variant])),
};

type Login =
  | { readonly type: 'Jwt'; readonly params: { readonly jwt: string } }
  | {
      readonly type: 'ApiKeys';
      readonly params: { readonly key: string; readonly secret: string };
    };

/** Throws 400 for what is no login, 401 for one that is not good. */
export function loginBy(core: Core, auth: Auth, data: Buffer, isBinary: boolean): void {
  const login = messageOf(core.schema, data, isBinary);
  if (login.type === 'Jwt') auth.byToken(login.params.jwt, 401);
  else auth.byKey(login.params.key, login.params.secret);
}

/** Core takes a ping before the login for one that went wrong. */
export function refusedPing(data: Buffer): never {
  const bytes = Array.from(data, (byte) =>
    byte >= 0x20 && byte < 0x7f
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, '0')}`,
  );
  throw badRequest(`Received invalid message: Ping(b"${bytes.join('')}")`);
}

function messageOf(schema: Schema, data: Buffer, isBinary: boolean): Login {
  const problem = isBinary ? utf8Problem(data) : undefined;
  if (problem !== undefined) {
    throw badRequest(`Received invalid message bytes: Not UTF-8: ${problem}`);
  }
  try {
    const types = new Map([...schema.types, ...definitionsOf(shared)]);
    types.set(loginMessage.name, loginMessage);
    const type = { kind: 'ref', name: loginMessage.name } as const;
    return readShape({ ...schema, types }, type, parseJson(data)) as unknown as Login;
  } catch (error) {
    if (!(error instanceof JsonSyntaxError || error instanceof ShapeError)) throw error;
    const what = 'Invalid login message: failed to parse json as WsLoginMessage';
    throw badRequest(`${what}: ${error.message} at ${placeAt(data, error.offset)}`);
  }
}

function badRequest(message: string): CoreError {
  return new CoreError(message, { status: 400 });
}
