/** Reads what a request says as the type that Core reads it as, with the words in which Core refuses it. */
import { json as jsonFormat } from '../../komodo/resources/format.ts';
import type { Given } from '../../komodo/resources/given.ts';
import type { Json as ExactJson, Problem } from '../../komodo/resources/index.ts';
import { readType } from '../../komodo/resources/readType.ts';
import { refuse, type Refused, refuseType, type Walk } from '../../komodo/resources/walk.ts';
import type { Schema, Type } from '../../komodo/schema/index.ts';
import type { Block, Place } from '../../komodo/toml/index.ts';
import type { Json, JsonNode } from '../json/tree.ts';
import { isU64 } from './table.ts';

/** JSON of another shape than asked for. */
export class ShapeError extends Error {
  /** How far Core had read, in bytes. */
  readonly offset: number;
  /** Where in the value it is, outermost first. */
  readonly path: readonly string[];
  constructor(message: string, offset: number, path: readonly string[]) {
    super(message);
    this.offset = offset;
    this.path = path;
  }
}

/** The value with all defaults filled in; of a partial config only what was given. Throws {@link ShapeError}. */
export function readShape(schema: Schema, type: Type, node: JsonNode): Json {
  const origins: Origins = new Map();
  let first: Problem | undefined;
  const walk: Walk = {
    schema,
    format: jsonFormat,
    owners: [],
    read: (inner, wanted, given) =>
      isU64(wanted) ? readU64(inner, given) : readType(inner, wanted, given),
    tell: (problem) => (first ??= problem),
    passOver: () => undefined,
  };
  const value = walk.read(walk, type, givenOf(node, [], origins));
  if (first) throw shapeError(first, origins);
  return typeof value === 'symbol' ? null : plainOf(value);
}

/** What was read, or a default of the schema, as plain JSON: its integers are numbers. */
export function plainOf(value: ExactJson): Json {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  if ('map' in value) return value.map(plainOf);
  return Object.fromEntries(Array.from(value, ([name, item]) => [name, plainOf(item)]));
}

/** What each place stands for. */
type Origins = Map<Place, { readonly node: JsonNode; readonly path: readonly string[] }>;

/** JSON has no blocks; places need one. */
const noBlock: Block = {
  length: 0,
  pairs: [],
  comments: [],
  problems: [],
} as unknown as Block;

function givenOf(node: JsonNode, path: readonly string[], origins: Origins): Given {
  const place: Place = { block: noBlock, start: node.start, end: node.end };
  origins.set(place, { node, path });
  switch (node.kind) {
    case 'null':
      return { kind: 'null', place };
    case 'boolean':
      return { kind: 'boolean', value: node.value, place };
    case 'string':
      return { kind: 'string', value: node.value, place };
    case 'number':
      return node.integer === undefined
        ? { kind: 'float', value: node.value, place }
        : { kind: 'integer', value: node.integer, place };
    case 'array': {
      const items = node.items.map((item, at) => givenOf(item, [...path, `[${at}]`], origins));
      return { kind: 'array', items, place };
    }
    case 'object': {
      const entries = node.members.map(({ key, value }) => {
        const keyPlace: Place = { block: noBlock, start: key.start, end: key.end };
        origins.set(keyPlace, { node: key, path });
        const given = givenOf(value, [...path, key.value], origins);
        return { name: key.value, key: keyPlace, value: given };
      });
      return { kind: 'table', entries, place };
    }
  }
}

function shapeError(problem: Problem, origins: Origins): ShapeError {
  const origin = problem.place && origins.get(problem.place);
  if (!origin) return new ShapeError(problem.message, 0, []);
  const { node, path } = origin;
  // An array or an object of a wrong type is judged by its first byte, everything else once it is read.
  const isOpening = node.kind === 'array' || node.kind === 'object';
  const offset = problem.code === 'wrong-type' && isOpening ? node.start : node.end;
  return new ShapeError(problem.message, offset, path);
}

function readU64(walk: Walk, given: Given): bigint | Refused {
  if (given.kind !== 'integer') return refuseType(walk, given, 'u64');
  if (given.value >= 0n) return given.value;
  const message = `invalid value: ${walk.format.found(given)}, expected u64`;
  return refuse(walk, given, 'wrong-value', message);
}
