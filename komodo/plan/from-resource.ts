/** Definitions of Procedures, made from resource files. Apart from the rest, as it brings the schema along. */
import { stagesOf } from '../resources/index.ts';
import type { ExecutionNode, ResourceNode } from '../resources/index.ts';
import type { Datum } from '../toml/index.ts';
import type { ExecutionDefinition, ProcedureDefinition } from './plan.ts';

/** The definition in a `[[procedure]]` block. What is half written counts as empty. */
export function definitionOfResource(resource: ResourceNode): ProcedureDefinition {
  return {
    name: resource.name?.text ?? '',
    stages: stagesOf(resource).map(({ name, enabled, executions }) => ({
      name: name?.text ?? '',
      enabled,
      executions: executions.map(executionOf),
    })),
  };
}

function executionOf({ type, params, enabled }: ExecutionNode): ExecutionDefinition {
  return {
    type: type?.text ?? '',
    params: Object.fromEntries(params.map(({ name, entry }) => [name, plainOf(entry.value)])),
    enabled,
  };
}

/** Texts, numbers, booleans and arrays of them; a plan looks at nothing else. */
function plainOf(datum: Datum): unknown {
  if (datum.kind === 'array') return datum.items.map(plainOf);
  if (datum.kind !== 'scalar') return undefined;
  const { node } = datum;
  if (node.kind === 'integer') return Number(node.value);
  return node.kind === 'string' || node.kind === 'float' || node.kind === 'boolean'
    ? node.value
    : undefined;
}
