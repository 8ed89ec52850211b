/** Configs: what a new resource has, and what a change leaves of it. */
import type { FactValue, Schema } from '../../komodo/schema/index.ts';
import type { Json, JsonObject } from '../json/tree.ts';
import { textOf } from '../json/tree.ts';
import type { Kind } from '../wire.ts';

/** The config of a new resource. */
export function defaultConfig(schema: Schema, kind: Kind): JsonObject {
  const definition = schema.types.get(`Partial${kind}Config`);
  if (definition?.kind !== 'struct') return {};
  return Object.fromEntries(
    definition.fields.map(({ name, default: value = null }) => [name, copy(value)]),
  );
}

/** What a new Action does unless somebody says: like Core's own, it greets. */
const newScript = `// A new Action: "komodo" is a client that is logged in, "ARGS" holds the arguments.
const { version } = await komodo.read('GetVersion', {});
console.log(version, ARGS);
`;

/** The config of what is made without a file: an Action gets a script to begin with. */
export function firstConfig(schema: Schema, kind: Kind): JsonObject {
  const config = defaultConfig(schema, kind);
  return kind === 'Action' ? { ...config, file_contents: newScript } : config;
}

/** A config with the given fields in place of its own. The fields of a Builder belong to its type. */
export function changedConfig(
  schema: Schema,
  kind: Kind,
  config: JsonObject,
  change: JsonObject,
): JsonObject {
  const definition = schema.types.get(`Partial${kind}Config`);
  if (definition?.kind !== 'tagged') return { ...config, ...change };
  const { tag, content, byName } = definition;
  if (Object.keys(change).length === 0) return config;
  const type = byName.get(textOf(change[tag]))?.content;
  const struct = type?.kind === 'ref' ? schema.types.get(type.name) : undefined;
  const defaults =
    struct?.kind === 'struct'
      ? struct.fields.map(({ name, default: value = null }) => [name, copy(value)] as const)
      : [];
  const kept = config[tag] === change[tag] ? (config[content] as JsonObject) : {};
  const params = { ...Object.fromEntries(defaults), ...kept, ...(change[content] as JsonObject) };
  return { [tag]: change[tag]!, [content]: params };
}

function copy(value: FactValue): Json {
  return structuredClone(value) as Json;
}
