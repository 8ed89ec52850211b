/** The two ways to call Core: `POST /read {type, params}` and `POST /read/Type {…params}`. */
import { CoreError } from '../errors.ts';
import { placeAt } from '../json/parse.ts';
import { nodeOf, plain } from '../json/tree.ts';
import type { Api, Call } from '../requests/index.ts';
import { readCall, readShape, ShapeError } from '../requests/index.ts';
import { unknownVariant } from '../requests/unknown.ts';
import type { JsonBody } from './body.ts';

/** Reads a call of either style. Throws Core's answer: 422 and a place for the one, a bare 500 for the other. */
export function callOf(api: Api, type: string | undefined, body: JsonBody): Call {
  return type === undefined ? typedCall(api, body) : namedCall(api, type, body);
}

function typedCall(api: Api, { node, bytes }: JsonBody): Call {
  try {
    return readCall(api, node);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    const path = pathText(error.path);
    const text = `${path === '' ? '' : `${path}: `}${error.message} at ${placeAt(bytes, error.offset)}`;
    const message = `Failed to deserialize the JSON body into the target type: ${text}`;
    throw new CoreError(message, { status: 422 });
  }
}

/** `params.config.stages[0].executions[1]` */
const pathText = (path: readonly string[]): string => path.join('.').replaceAll('.[', '[');

function namedCall({ request, schema }: Api, type: string, { node }: JsonBody): Call {
  const variant = request.byName.get(type);
  if (!variant) throw new CoreError(unknownVariant(type, [...request.byName.keys()]));
  try {
    // Core has read the body as a plain value before: of a doubled key only the last one is left.
    const params = readShape(schema, variant.content, nodeOf(plain(node)));
    return { type, params: params as Call['params'] };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new CoreError(error.message);
  }
}
