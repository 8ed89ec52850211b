import type { Json } from '../../komodo/resources/index.ts';
import { JsonSyntaxError, parseJson, placeAt } from '../../sandbox/json/parse.ts';
import type { JsonNode } from '../../sandbox/json/tree.ts';

/** Bytes that serde_json would not take; the message is its own. */
export class NoJson extends Error {}

/** The value of a text of JSON, integers and floats kept apart. Throws {@link NoJson}. */
export function exactJson(bytes: Uint8Array): Json {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return exact(parseJson(buffer));
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw new NoJson(`${error.message} at ${placeAt(buffer, error.offset)}`, { cause: error });
  }
}

function exact(node: JsonNode): Json {
  switch (node.kind) {
    case 'null':
      return null;
    case 'array':
      return node.items.map(exact);
    case 'object':
      return new Map(node.members.map(({ key, value }) => [key.value, exact(value)]));
    case 'number':
      // Only a float can be less than nothing by nothing.
      return node.integer === undefined || Object.is(node.value, -0) ? node.value : node.integer;
    default:
      return node.value;
  }
}
