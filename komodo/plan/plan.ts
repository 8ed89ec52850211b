/**
 * What a run of a Procedure would do, as far as names and definitions tell. The types here are neutral: a definition is
 * made from a resource file or from what Core answers to GetProcedure, and the names come from an inventory.
 */
import type { InventoryItem, ResourceKind } from '../inventory/inventory.ts';
import type { PatternProblem, RegexEngine } from '../patterns/index.ts';

/** One execution as it is written: `type` and `params` as in a resource file, all params by Core's own names. */
export interface ExecutionDefinition {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly enabled: boolean;
}

export interface StageDefinition {
  readonly name: string;
  readonly enabled: boolean;
  readonly executions: readonly ExecutionDefinition[];
}

export interface ProcedureDefinition {
  readonly name: string;
  /** Core's id, where a Core told the definition. */
  readonly id?: string;
  readonly stages: readonly StageDefinition[];
}

/** What a plan is made against. */
export interface PlanWorld {
  /** The names there are; an {@link Inventory}'s `resources`. */
  readonly resources: Readonly<Partial<Record<ResourceKind, readonly InventoryItem[]>>>;
  /** The Procedures whose stages are known, to follow RunProcedure into them. */
  readonly procedures: readonly ProcedureDefinition[];
  readonly engine: RegexEngine;
}

/**
 * Why a target would not do what the Procedure says:
 * - `unknown`: there is no resource of that name. Core refuses to save such a Procedure, even where it is disabled.
 * - `self-reference`: the Procedure runs itself; Core refuses that.
 * - `cycle`: it runs a Procedure that is waiting for it, so Core finds that one busy.
 * - `busy`: another execution of the stage works on the same resource, and Core can refuse one of the two.
 * - `busy-within`: that is so of something with which the Procedure begins.
 */
export type TargetProblem = 'unknown' | 'self-reference' | 'cycle' | 'busy' | 'busy-within';

/** A resource that an execution acts on. */
export interface PlannedTarget {
  readonly kind: ResourceKind;
  /** Its name; what the definition says where no such resource is known. */
  readonly name: string;
  readonly template: boolean;
  readonly problems: readonly TargetProblem[];
  /** What running it does, where it is a Procedure. */
  readonly nested?: NestedPlan;
}

/** `unknown`: nobody told its stages. `too-many`: left out because the plan has grown past its limit. */
export type NestedPlan = Plan | 'unknown' | 'too-many';

export interface PlannedPattern {
  readonly text: string;
  /** Core refuses it, and with it the whole stage, before anything of it runs. */
  readonly problem?: PatternProblem;
  /** False where nobody told which resources of the kind there are, so that none can be picked. */
  readonly namesKnown: boolean;
}

export interface PlannedExecution {
  /** As written, `BatchDeployStack` for example. */
  readonly type: string;
  /** False where the execution or its stage is disabled. */
  readonly runs: boolean;
  /** What Core makes of the type for each target: `DeployStack` for `BatchDeployStack`, else the type itself. */
  readonly runsAs: string;
  /** The kind it acts on; left out for what acts on no resource (Sleep, RotateCoreKeys …). */
  readonly kind?: ResourceKind;
  /** In the order in which Core starts them. */
  readonly targets: readonly PlannedTarget[];
  readonly pattern?: PlannedPattern;
  /** Sleep: in milliseconds. Core never ends a negative one. */
  readonly sleep?: number;
  /** Tags beside a pattern: Core ignores them inside a Procedure. */
  readonly ignoredTags?: readonly string[];
}

export interface PlannedStage {
  readonly name: string;
  readonly runs: boolean;
  readonly executions: readonly PlannedExecution[];
  /** It runs and will fail, so that Core runs none of those after it. */
  readonly fails: boolean;
}

export interface Plan {
  readonly procedure: string;
  readonly stages: readonly PlannedStage[];
}
