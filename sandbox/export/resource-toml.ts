/** A resource as Core writes it into a file: what differs from the defaults, with names in place of ids. */
import { procedureOrder, separator as separatorLine } from '../../komodo/format/index.ts';
import type { Definition, Field, Schema, Type } from '../../komodo/schema/index.ts';
import type { Core } from '../core.ts';
import type { Stage } from '../engine/execution.ts';
import type { Json, JsonObject } from '../json/tree.ts';
import { textOf } from '../json/tree.ts';
import { isObjectId } from '../ids.ts';
import { defaultConfig } from '../store/configs.ts';
import { factsOf } from '../store/kinds.ts';
import { mapReferences } from '../store/references.ts';
import type { Resource } from '../store/resources.ts';
import type { Variable } from '../store/variables.ts';
import type { Kind, Target } from '../wire.ts';
import { linesBelow, pairs } from './toml-text.ts';

/** Between the blocks of an export. */
export const separator = `\n\n${separatorLine}\n\n`;

/** Core leaves out a ResourceSync that holds its contents itself, or reads no files from anywhere. */
export function isWritten(kind: Kind, { config }: Resource): boolean {
  if (kind !== 'ResourceSync') return true;
  const { files_on_host, repo, linked_repo, file_contents } = config;
  return file_contents === '' && (files_on_host === true || repo !== '' || linked_repo !== '');
}

/** What stands of a resource in files, and is nothing that Core stores. */
export interface Deploys {
  readonly deploy: boolean;
  /** Names of Stacks and Deployments. */
  readonly after: readonly string[];
}

export const noDeploys: Deploys = { deploy: false, after: [] };

export function resourceToml(
  core: Core,
  kind: Kind,
  resource: Resource,
  deploys = noDeploys,
): string {
  const { header } = factsOf(kind);
  const head = headLines(core, header, resource, deploys);
  const config = withNames(core, kind, resource);
  if (kind === 'Procedure') return procedureToml(core, head, config);
  const lines = linesBelow(withoutCountedVersion(kind, config, written(core.schema, kind, config)));
  // A block without config ends in an empty line.
  return [...head, `[${header}.config]`, ...(lines.length > 0 ? lines : [''])].join('\n');
}

export function variableToml({ name, description, value, is_secret }: Variable): string {
  return ['[[variable]]', ...linesBelow({ name, description, value, is_secret })].join('\n');
}

function headLines(
  core: Core,
  header: string,
  resource: Resource,
  { deploy, after }: Deploys,
): string[] {
  const { name, description, template, tags } = resource;
  const names = tags.flatMap((id) => core.tags.find(id)?.name ?? (isObjectId(id) ? [] : id));
  const head = {
    name,
    description,
    ...(template && { template }),
    ...(names.length > 0 && { tags: names }),
    ...(deploy && { deploy }),
    ...(after.length > 0 && { after: [...after] }),
  };
  return [`[[${header}]]`, ...linesBelow(head)];
}

function procedureToml(core: Core, head: readonly string[], config: JsonObject): string {
  const fields = written(core.schema, 'Procedure', config, (field) => field.name);
  const ordered = procedureOrder(Object.entries(fields), ([name]) => name === 'stages');
  const blocks = ((fields.stages ?? []) as unknown as Stage[]).map((stage) =>
    stageToml(core, stage),
  );
  const lines = [...head, ...pairs(Object.fromEntries(ordered), 'config.')].join('\n');
  return [lines, ...blocks].join('\n\n');
}

function stageToml(core: Core, { name, enabled, executions }: Stage): string {
  const named = executions.map(({ execution, enabled: runs }) => ({
    execution: { type: execution.type, params: execution.params },
    enabled: runs,
  }));
  const fields = { name, enabled, executions: named } as unknown as JsonObject;
  return ['[[procedure.config.stage]]', ...linesBelow(fields)].join('\n');
}

/** Where a new resource has another value than the one that Core leaves out when it writes. */
const otherDefaults: Readonly<Partial<Record<Kind, JsonObject>>> = {
  Swarm: { send_unhealthy_alerts: false },
};

/** What differs from the defaults, by the names that people write. */
function written(
  schema: Schema,
  kind: Kind,
  config: JsonObject,
  keyOf: (field: Field) => string = (field) => field.preferred ?? field.name,
): JsonObject {
  const definition = schema.types.get(`Partial${kind}Config`);
  const defaults = { ...defaultConfig(schema, kind), ...otherDefaults[kind] };
  if (definition?.kind === 'tagged') return taggedText(schema, definition, config, keyOf);
  if (definition?.kind !== 'struct') return config;
  const given = definition.fields.filter(
    ({ name }) => JSON.stringify(config[name]) !== JSON.stringify(defaults[name]),
  );
  return Object.fromEntries(
    given.map((field) => [keyOf(field), textual(schema, field.type, config[field.name]!)]),
  );
}

/** `type` and the params that differ from their defaults, as for Builders. */
function taggedText(
  schema: Schema,
  definition: Extract<Definition, { kind: 'tagged' }>,
  value: JsonObject,
  keyOf: (field: Field) => string,
): JsonObject {
  const { tag, content, byName } = definition;
  const type = byName.get(textOf(value[tag]))?.content;
  const struct = type?.kind === 'ref' ? schema.types.get(type.name) : undefined;
  if (struct?.kind !== 'struct') return value;
  const params = value[content] as JsonObject;
  const given = struct.fields.filter(
    (field) => JSON.stringify(params[field.name]) !== JSON.stringify(field.default),
  );
  return {
    [tag]: value[tag]!,
    [content]: Object.fromEntries(given.map((field) => [keyOf(field), params[field.name]!])),
  };
}

/** Core leaves out the version of a Build that it counts up itself. */
function withoutCountedVersion(kind: Kind, config: JsonObject, fields: JsonObject): JsonObject {
  const isCounted = kind === 'Build' && config.auto_increment_version === true;
  return isCounted && 'version' in fields ? { ...fields, version: '' } : fields;
}

/** A version is written as a text. */
function textual(schema: Schema, type: Type, value: Json): Json {
  if (type.kind === 'custom' && type.form === 'version') {
    const { major, minor, patch } = value as Record<string, number>;
    return `${major}.${minor}.${patch}`;
  }
  if (type.kind === 'ref' && type.name === 'DeploymentImage') {
    const { type: variant, params } = value as { type: string; params: JsonObject };
    if (variant !== 'Build') return value;
    const { build_id = null, version } = params;
    const { major, minor, patch } = version as Record<string, number>;
    const isLatest = major === 0 && minor === 0 && patch === 0;
    const given: JsonObject = isLatest ? {} : { version: `${major}.${minor}.${patch}` };
    return { type: variant, params: { ...given, build: build_id } };
  }
  return value;
}

/** A config with names in place of the ids that Core has stored, also of what an Alerter is for. */
export function withNames(core: Core, kind: Kind, { _id, config }: Resource): JsonObject {
  // What a file says is the name already.
  const mapped = mapReferences(kind, config, (of, id) =>
    isObjectId(id) ? nameOf(core, of, id) : id,
  );
  // The targets of an alerter stay as a file has them: such a resource has no id yet.
  if (kind !== 'Alerter' || _id.$oid === '') return mapped;
  const targets = (list: Json | undefined) =>
    (list as unknown as Target[]).map(({ type, id }) => ({
      type,
      id: type === 'System' ? id : nameOf(core, type, id),
    }));
  const { resources, except_resources } = config;
  return {
    ...mapped,
    resources: targets(resources),
    except_resources: targets(except_resources),
  };
}

/** The name of a resource; of one that is gone Core has nothing left. */
function nameOf(core: Core, kind: Kind, id: string): string {
  return isObjectId(id) ? (core.resources.find(kind, id)?.name ?? '') : '';
}
