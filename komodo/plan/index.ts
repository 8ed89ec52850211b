/** What a run would do: stages → executions → targets. */
export type {
  ExecutionDefinition,
  NestedPlan,
  Plan,
  PlannedExecution,
  PlannedStage,
  PlannedTarget,
  PlanWorld,
  ProcedureDefinition,
  StageDefinition,
  TargetProblem,
} from './plan.ts';
