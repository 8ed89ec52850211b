import type { ProcedureDefinition, StageDefinition } from '../plan/index.ts';

/** Whether a stage is disabled or has nothing in it that runs; Core runs a `None` and does nothing. */
export function isIdle({ enabled, executions }: StageDefinition): boolean {
  return (
    !enabled || executions.every((execution) => !execution.enabled || execution.type === 'None')
  );
}

/** Whether a run of a Procedure does nothing at all. */
export function doesNothing({ stages }: ProcedureDefinition): boolean {
  return stages.every(isIdle);
}

/** Why a Procedure that does nothing does so, as the end of a sentence. */
export function whyIdle({ stages }: ProcedureDefinition): string {
  if (stages.length === 0) return 'it has no stages';
  return stages.some(({ enabled }) => enabled)
    ? 'no execution in it is enabled'
    : 'all of its stages are disabled';
}
