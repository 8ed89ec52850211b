/**
 * A Procedure as it is written, with the places of its parts. What is half typed, or what Core would refuse, is left out
 * or has no name yet, so that the rest can be shown.
 */
import type { Schema, StructDefinition } from '../schema/index.ts';
import type { Entry, Place, TableDatum } from '../toml/index.ts';
import {
  configOf,
  flagOf,
  memberOf,
  type PlacedText,
  type ResourceNode,
  structNamed,
  tablesIn,
  textOf,
} from './resource.ts';

export interface ParamNode {
  /** Core's name of the param; the written one where the execution has no such param. */
  readonly name: string;
  readonly entry: Entry;
}

export interface ExecutionNode {
  /** `{ execution = { … }, enabled = … }`. */
  readonly table: TableDatum;
  readonly place: Place;
  readonly enabled: boolean;
  /** The value of `enabled`, where it is written. */
  readonly enabledPlace?: Place;
  readonly type?: PlacedText;
  /** The facts on the params; left out where the type is none that the version of Core knows. */
  readonly definition?: StructDefinition;
  /** The table of the params. */
  readonly datum?: TableDatum;
  readonly params: readonly ParamNode[];
}

export interface StageNode {
  /** The header of the stage, or its braces. */
  readonly place: Place;
  readonly datum: TableDatum;
  readonly name?: PlacedText;
  readonly enabled: boolean;
  /** The value of `enabled`, where it is written. */
  readonly enabledPlace?: Place;
  readonly executions: readonly ExecutionNode[];
}

const known = new WeakMap<ResourceNode, readonly StageNode[]>();

/** The stages of a Procedure in their order; none for a block of another kind. They are the same nodes each time. */
export function stagesOf(resource: ResourceNode): readonly StageNode[] {
  let stages = known.get(resource);
  if (!stages) {
    stages = readStages(resource);
    known.set(resource, stages);
  }
  return stages;
}

function readStages(resource: ResourceNode): readonly StageNode[] {
  const config = configOf(resource);
  const stage = structNamed('ProcedureStage', resource.schema);
  if (!config || !stage) return [];
  const stages = tablesIn(memberOf(config.table, config.definition, 'stages')?.value);
  return stages.map((datum) => {
    const name = textOf(memberOf(datum, stage, 'name')?.value);
    const executions = tablesIn(memberOf(datum, stage, 'executions')?.value);
    const enabled = memberOf(datum, stage, 'enabled')?.value;
    return {
      place: datum.place,
      datum,
      ...(name && { name }),
      enabled: flagOf(enabled, true),
      ...(enabled && { enabledPlace: enabled.place }),
      executions: executions.map((execution) => executionOf(execution, resource.schema)),
    };
  });
}

function executionOf(datum: TableDatum, schema: Schema): ExecutionNode {
  const execution = datum.entries.get('execution')?.value;
  const tagged = execution?.kind === 'table' ? execution.entries : undefined;
  const type = textOf(tagged?.get('type')?.value);
  const params = tagged?.get('params')?.value;
  const table = params?.kind === 'table' ? params : undefined;
  const definition = type && paramsOf(type.text, schema);
  const enabled = datum.entries.get('enabled')?.value;
  return {
    table: datum,
    place: datum.place,
    enabled: flagOf(enabled, true),
    ...(enabled && { enabledPlace: enabled.place }),
    ...(type && { type }),
    ...(definition && { definition }),
    ...(table && { datum: table }),
    params: [...(table?.entries.values() ?? [])].map((entry) => {
      return { name: definition?.byName.get(entry.name)?.name ?? entry.name, entry };
    }),
  };
}

/** The facts on the params of a type of execution. */
export function paramsOf(type: string, schema: Schema): StructDefinition | undefined {
  const executions = schema.types.get('Execution');
  const content = executions?.kind === 'tagged' ? executions.byName.get(type)?.content : undefined;
  return content?.kind === 'ref' ? structNamed(content.name, schema) : undefined;
}
