/** Makes the plan of a Procedure: what Core would do, told by its rules alone. */
import type { InventoryItem, ResourceKind } from '../inventory/inventory.ts';
import { matchPattern, readPattern } from '../patterns/index.ts';
import { isBatch, referenceOf, singleOf } from './execution-targets.ts';
import { markBusy } from './mark-busy.ts';
import type {
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

/** A plan follows no more runs of nested Procedures than this: side by side they can be without number. */
const mostNested = 200;

interface Planning {
  readonly world: PlanWorld;
  /** Resources by name and by id. */
  readonly items: ReadonlyMap<ResourceKind, ReadonlyMap<string, InventoryItem>>;
  /** Procedures by name and by id. */
  readonly procedures: ReadonlyMap<string, ProcedureDefinition>;
  nested: number;
}

/** A Procedure and those that run it, innermost first. */
type Running = readonly [ProcedureDefinition, ...ProcedureDefinition[]];

export function planProcedure(procedure: ProcedureDefinition, world: PlanWorld): Plan {
  const kinds = Object.entries(world.resources) as [ResourceKind, readonly InventoryItem[]][];
  return plan([procedure], {
    world,
    items: new Map(kinds.map(([kind, items]) => [kind, byNameAndId(items)])),
    procedures: byNameAndId(world.procedures),
    nested: 0,
  });
}

function byNameAndId<T extends { readonly name: string; readonly id?: string }>(
  items: readonly T[],
): ReadonlyMap<string, T> {
  const named = items.flatMap((item) => [
    [item.name, item] as const,
    ...(item.id === undefined ? [] : [[item.id, item] as const]),
  ]);
  // Of two with the same name the first counts.
  return new Map(named.reverse());
}

function plan(running: Running, planning: Planning): Plan {
  const [{ name, stages }] = running;
  return { procedure: name, stages: stages.map((stage) => planStage(stage, running, planning)) };
}

function planStage(stage: StageDefinition, running: Running, planning: Planning): PlannedStage {
  const alone = stage.executions.map((execution) =>
    planExecution(execution, stage.enabled && execution.enabled, running, planning),
  );
  const executions = markBusy(alone);
  return {
    name: stage.name,
    runs: stage.enabled,
    executions,
    fails: executions.some((execution) => execution.runs && willFail(execution)),
  };
}

function willFail({ pattern, targets }: PlannedExecution): boolean {
  return pattern?.problem !== undefined || targets.some(targetFails);
}

function targetFails({ problems, nested }: PlannedTarget): boolean {
  return (
    problems.length > 0 ||
    (typeof nested === 'object' && nested.stages.some((stage) => stage.fails))
  );
}

function planExecution(
  execution: ExecutionDefinition,
  runs: boolean,
  running: Running,
  planning: Planning,
): PlannedExecution {
  const { type, params } = execution;
  const planned = { type, runs, runsAs: singleOf(type) };
  if (type === 'Sleep') return { ...planned, targets: [], sleep: numberOf(params.duration_ms) };
  for (const [param, value] of Object.entries(params)) {
    const reference = referenceOf(type, param);
    if (!reference) continue;
    const { kind, form } = reference;
    const { names, pattern } =
      form === 'pattern'
        ? pick(textOf(value), kind, planning.world)
        : { names: form === 'name' ? [textOf(value)] : textsOf(value), pattern: undefined };
    const target = (name: string) =>
      planTarget(kind, name, planned.runsAs, runs, running, planning);
    const tags = isBatch(type) ? textsOf(params.tags) : [];
    return {
      ...planned,
      kind,
      targets: names.map(target),
      ...(pattern && { pattern }),
      ...(tags.length > 0 && { ignoredTags: tags }),
    };
  }
  return { ...planned, targets: [] };
}

/** Core lists resources in the order of their names, and templates like all others. */
function pick(
  text: string,
  kind: ResourceKind,
  world: PlanWorld,
): { names: readonly string[]; pattern: PlannedPattern } {
  const items = world.resources[kind];
  const all = [...new Set(items?.map((item) => item.name))].sort();
  const { names, problem } = matchPattern(readPattern(text, 'batch'), all, world.engine);
  return { names, pattern: { text, namesKnown: items !== undefined, ...(problem && { problem }) } };
}

function planTarget(
  kind: ResourceKind,
  nameOrId: string,
  runsAs: string,
  runs: boolean,
  running: Running,
  planning: Planning,
): PlannedTarget {
  const items = planning.items.get(kind);
  const item = items?.get(nameOrId);
  const target: PlannedTarget = {
    kind,
    name: item?.name ?? nameOrId,
    template: item?.template ?? false,
    problems: items && !item ? ['unknown'] : [],
  };
  if (runsAs !== 'RunProcedure') return target;
  const problem = recursionOf(nameOrId, item, running);
  if (problem) return { ...target, problems: [...target.problems, problem] };
  return runs ? { ...target, nested: planNested(nameOrId, item, running, planning) } : target;
}

/** Only the innermost Procedure looks for itself; those outside of it are merely busy. */
function recursionOf(
  nameOrId: string,
  item: InventoryItem | undefined,
  [self, ...outer]: Running,
): TargetProblem | undefined {
  const isIt = (procedure: ProcedureDefinition) => isCalled(procedure, nameOrId, item);
  if (isIt(self)) return 'self-reference';
  return outer.some(isIt) ? 'cycle' : undefined;
}

function planNested(
  nameOrId: string,
  item: InventoryItem | undefined,
  running: Running,
  planning: Planning,
): NestedPlan {
  const procedure = planning.procedures.get(item?.name ?? nameOrId);
  if (!procedure) return 'unknown';
  if (planning.nested >= mostNested) return 'too-many';
  planning.nested++;
  return plan([procedure, ...running], planning);
}

function isCalled(
  { name, id }: ProcedureDefinition,
  nameOrId: string,
  item: InventoryItem | undefined,
): boolean {
  return name === nameOrId || name === item?.name || (id !== undefined && id === nameOrId);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
