/** Which requests each part of Core's API has, and how their params are read. */
import type {
  Definition,
  EnumDefinition,
  Schema,
  TaggedDefinition,
  Type,
} from '../../komodo/schema/index.ts';
import type { JsonNode, JsonObject } from '../json/tree.ts';
import { executes } from './executes.ts';
import { readShape, ShapeError } from './read.ts';
import { reads } from './reads.ts';
import { logins, manages, shared, tagColors } from './shared.ts';
import type { RequestTable } from './table.ts';
import { definitionsOf } from './table.ts';
import { writes } from './writes.ts';

export { readShape, ShapeError } from './read.ts';

/** The parts of the API that take `{type, params}` and `/Type`. */
export const apiNames = ['read', 'write', 'execute', 'auth/login', 'auth/manage'] as const;
export type ApiName = (typeof apiNames)[number];

/** What Core calls the enum of all requests of a part. */
const enumNames: Readonly<Record<ApiName, string>> = {
  read: 'ReadRequest',
  write: 'WriteRequest',
  execute: 'ExecuteRequest',
  'auth/login': 'LoginRequest',
  'auth/manage': 'ManageRequest',
};

const tables: Readonly<Record<Exclude<ApiName, 'execute'>, RequestTable>> = {
  read: reads,
  write: writes,
  'auth/login': logins,
  'auth/manage': manages,
};

/** One part of the API, for one schema. */
export interface Api {
  readonly request: TaggedDefinition;
  /** The schema with the types that requests use. */
  readonly schema: Schema;
}

export function apiOf(name: ApiName, schema: Schema): Api {
  const table = name === 'execute' ? undefined : tables[name];
  const own = table ? definitionsOf(table) : [];
  const types = new Map<string, Definition>([
    ...schema.types,
    ...definitionsOf(shared),
    ['TagColor', tagColor],
    ...own,
  ]);
  const anything: Type = { kind: 'scalar', name: 'any' };
  const variants = [...(table?.requests.keys() ?? executes)].map((request) => {
    const known = types.has(request) && (!table || table.requests.get(request) !== undefined);
    return { name: request, content: known ? { kind: 'ref' as const, name: request } : anything };
  });
  const byName = new Map(variants.map((variant) => [variant.name, variant]));
  const request: TaggedDefinition = {
    kind: 'tagged',
    name: enumNames[name],
    tag: 'type',
    content: 'params',
    variants,
    byName,
  };
  types.set(request.name, request);
  return { request, schema: { ...schema, types } };
}

export interface Call {
  readonly type: string;
  readonly params: JsonObject;
}

/** Reads `{type, params}`. Throws a ShapeError. */
export function readCall({ request, schema }: Api, node: JsonNode): Call {
  refuseDoubled(node, [request.tag, request.content]);
  return readShape(schema, { kind: 'ref', name: request.name }, node) as unknown as Call;
}

function refuseDoubled(node: JsonNode, names: readonly string[]): void {
  const members = node.kind === 'object' ? node.members : [];
  for (const name of names) {
    const [, second] = members.filter(({ key }) => key.value === name);
    if (second) throw new ShapeError(`duplicate field \`${name}\``, second.key.end, []);
  }
}

const tagColor: EnumDefinition = {
  kind: 'enum',
  name: 'TagColor',
  variants: tagColors.map((name) => ({ name, aliases: [] })),
  byName: new Map(tagColors.map((name) => [name, { name, aliases: [] }])),
};
