/** JSON as Core's parser (serde_json) sees it: values with the places that its errors name. */
interface Node {
  /** Byte offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}
export interface NullNode extends Node {
  readonly kind: 'null';
}
export interface BooleanNode extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}
export interface NumberNode extends Node {
  readonly kind: 'number';
  readonly value: number;
  /** Fits i64 or u64 as written; everything else is a float for serde. */
  readonly integer?: bigint;
}
export interface StringNode extends Node {
  readonly kind: 'string';
  readonly value: string;
}
export interface ArrayNode extends Node {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}
export interface Member {
  readonly key: StringNode;
  readonly value: JsonNode;
}
export interface ObjectNode extends Node {
  readonly kind: 'object';
  /** In the order written, doubled keys included. */
  readonly members: readonly Member[];
}
export type JsonNode = NullNode | BooleanNode | NumberNode | StringNode | ArrayNode | ObjectNode;

/** A plain JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

/** The plain value of a node; of a doubled key the last one counts. */
export function plain(node: JsonNode): Json {
  switch (node.kind) {
    case 'null':
      return null;
    case 'array':
      return node.items.map(plain);
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key.value, plain(value)]));
    default:
      return node.value;
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text that a value is known to be; empty where it is none. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A plain value as a node without places, for what did not come as text. */
export function nodeOf(value: Json): JsonNode {
  const place = { start: 0, end: 0 };
  if (value === null) return { kind: 'null', ...place };
  if (Array.isArray(value)) return { kind: 'array', items: value.map(nodeOf), ...place };
  switch (typeof value) {
    case 'boolean':
      return { kind: 'boolean', value, ...place };
    case 'number':
      return Number.isSafeInteger(value)
        ? { kind: 'number', value, integer: BigInt(value), ...place }
        : { kind: 'number', value, ...place };
    case 'string':
      return { kind: 'string', value, ...place };
    default:
      return {
        kind: 'object',
        members: Object.entries(value).map(([name, item]) => ({
          key: { kind: 'string', value: name, ...place },
          value: nodeOf(item),
        })),
        ...place,
      };
  }
}
