/** Where configs name other resources: by id once Core has stored them. */
import { referenceOf } from '../../komodo/plan/index.ts';
import type { Execution, Stage } from '../engine/execution.ts';
import type { Json, JsonObject } from '../json/tree.ts';
import { isObject, textOf } from '../json/tree.ts';
import type { Kind } from '../wire.ts';
import { kindOfHeader } from './kinds.ts';

/** What to put in place of what names a resource of a kind; `type`: of the execution that names it. */
export type MapReference = (kind: Kind, idOrName: string, type?: string) => string;

/** Fields that hold one id, of whichever kind of resource they are part. */
const fields: Readonly<Record<string, Kind>> = {
  swarm_id: 'Swarm',
  server_id: 'Server',
  builder_id: 'Builder',
  build_id: 'Build',
  linked_repo: 'Repo',
};

/** A config with all its references replaced; empty ones stay empty. */
export function mapReferences(kind: Kind, config: JsonObject, map: MapReference): JsonObject {
  if (kind === 'Procedure') {
    const stages = config.stages as unknown as Stage[] | undefined;
    if (!stages) return config;
    const mapped = stages.map((stage) => ({
      ...stage,
      executions: stage.executions.map(({ execution, enabled }) => ({
        execution: mapExecution(execution, map),
        enabled,
      })),
    }));
    return { ...config, stages: mapped as unknown as Json };
  }
  return mapFields(config, map);
}

function mapFields(config: JsonObject, map: MapReference): JsonObject {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, mapField(name, value, map)]),
  );
}

function mapField(name: string, value: Json, map: MapReference): Json {
  const kind = fields[name];
  if (kind && typeof value === 'string') return value === '' ? '' : map(kind, value);
  if (name === 'server_ids' && Array.isArray(value)) {
    return value.map((server) => map('Server', textOf(server)));
  }
  // The image of a Deployment and the params of a Builder hold references too.
  const holdsMore = name === 'image' || name === 'params';
  return holdsMore && isObject(value) ? mapFields(value, map) : value;
}

/** An execution with the resources it names replaced. Patterns are no names. */
function mapExecution({ type, params }: Execution, map: MapReference): Execution {
  const mapped = Object.entries(params).map(([param, value]): [string, Json] => {
    const reference = referenceOf(type, param);
    const kind = reference && kindOfHeader(reference.kind);
    if (!kind || reference.form === 'pattern') return [param, value];
    const names = Array.isArray(value) ? value : undefined;
    const mapName = (name: Json) => map(kind, textOf(name), type);
    return [param, names?.map(mapName) ?? mapName(value)];
  });
  return { type, params: Object.fromEntries(mapped) };
}
