/** What the executions of a Procedure act on, be it by names or by patterns. */
import type { ResourceKind } from '../inventory/inventory.ts';
import { singleOf } from '../plan/index.ts';
import {
  stagesOf,
  type ExecutionNode,
  type ResourceNode,
  type StageNode,
} from '../resources/index.ts';
import type { Place, TomlDocument } from '../toml/index.ts';
import { picked } from './picks.ts';
import { effectiveInventory, isId, itemsOf, type Names } from './world.ts';
import { patternsIn, targetsIn } from './written.ts';

export interface Act {
  readonly kind: ResourceKind;
  /** What Core runs for each resource: `DeployStack` for `BatchDeployStack`. */
  readonly runsAs: string;
  /** The string that names the resource or picks them. */
  readonly place: Place;
  readonly stage: StageNode;
  readonly execution: ExecutionNode;
  /** Neither the execution nor its stage is disabled. */
  readonly runs: boolean;
  /** The names of the resources. */
  readonly resources: () => readonly string[];
}

/** In the order of the stages and their executions. */
export function actsIn(
  resource: ResourceNode,
  toml: TomlDocument,
  { engine, ...names }: Names,
): readonly Act[] {
  const inventory = effectiveInventory(names);
  const named = targetsIn(resource, toml)
    .filter(({ name }) => name !== '')
    .map(({ kind, name, ...target }) => {
      const byId = () => itemsOf(inventory, kind).find(({ id }) => id === name)?.name;
      const called = () => (isId(name) ? byId() : undefined) ?? name;
      return { kind, ...target, resources: () => [called()] };
    });
  const batches = patternsIn(resource, toml).map((pattern) => {
    return { ...pattern, resources: () => picked(pattern, inventory, engine).names };
  });
  const executions = stagesOf(resource).flatMap((stage) => stage.executions);
  const order = new Map(executions.map((execution, index) => [execution, index]));
  return [...named, ...batches]
    .sort((a, b) => order.get(a.execution)! - order.get(b.execution)!)
    .map(({ kind, execution, place, stage, runs, resources }) => {
      const runsAs = singleOf(execution.type?.text ?? '');
      return { kind, runsAs, place, stage, execution, runs, resources };
    });
}
