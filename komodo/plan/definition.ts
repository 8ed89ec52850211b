/** Definitions of Procedures, made from what Core answers. */
import type { ExecutionDefinition, ProcedureDefinition, StageDefinition } from './plan.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The definition in an answer to GetProcedure. What is missing or of another type counts as empty, so that a Core that
 * is newer than we are does no harm.
 */
export function definitionOfCore(answer: unknown): ProcedureDefinition {
  const procedure = fieldsOf(answer);
  const id = fieldsOf(procedure._id).$oid;
  return {
    name: textOf(procedure.name),
    ...(typeof id === 'string' && { id }),
    stages: itemsOf(fieldsOf(procedure.config).stages).map(stageOf),
  };
}

function stageOf(stage: Fields): StageDefinition {
  return {
    name: textOf(stage.name),
    enabled: stage.enabled !== false,
    executions: itemsOf(stage.executions).map(executionOf),
  };
}

function executionOf(item: Fields): ExecutionDefinition {
  const execution = fieldsOf(item.execution);
  return {
    type: textOf(execution.type),
    params: fieldsOf(execution.params),
    enabled: item.enabled !== false,
  };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function itemsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
