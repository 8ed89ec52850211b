/** What a run would do: stages → executions → targets. `from-resource.ts` reads definitions from files. */
export { excludeEachOther, heedsBusy, makesBusy } from './busy.ts';
export { Circles, type Links } from './circles.ts';
export { definitionOfCore } from './definition.ts';
export { isBatch, referenceOf, singleOf } from './execution-targets.ts';
export type { Reference } from './execution-targets.ts';
export type {
  ExecutionDefinition,
  NestedPlan,
  Plan,
  PlannedExecution,
  PlannedPattern,
  PlannedStage,
  PlannedTarget,
  PlanWorld,
  ProcedureDefinition,
  StageDefinition,
  TargetProblem,
} from './plan.ts';
export { planProcedure } from './plan-procedure.ts';
export { kindInWords, planInWords } from './words.ts';
export type { PlanLine, WordsOptions } from './words.ts';
