/** What a run of a Procedure starts, in its own stages and in those of the Procedures that it runs. */
import type { ResourceKind } from '../inventory/inventory.ts';
import { readPattern, type Pattern } from '../patterns/index.ts';
import {
  heedsBusy,
  makesBusy,
  referenceOf,
  singleOf,
  type ExecutionDefinition,
  type ProcedureDefinition,
} from '../plan/index.ts';
import { isIdle } from './idle.ts';
import { picked } from './picks.ts';
import { effectiveInventory, type Surroundings } from './world.ts';

/** An execution that makes resources busy, or minds that they are. */
export interface Start {
  readonly kind: ResourceKind;
  /** What Core runs for each resource: `DeployStack` for `BatchDeployStack`. */
  readonly runsAs: string;
  /** The names of the resources. */
  readonly names: readonly string[];
  /** It starts with the run, and not after another stage. */
  readonly atOnce: boolean;
  /** The Procedures that lead to it: from the one that is run to the one that it stands in. */
  readonly way: readonly string[];
}

/** Nobody reads what a longer list would tell, and Procedures can run each other in more ways than anybody counts. */
const MOST_STARTS = 500;

const known = new WeakMap<Surroundings, Map<string, readonly Start[]>>();

/** What a Procedure of the workspace starts, its own executions before those of the Procedures that it runs. */
export function startsOf(name: string, surroundings: Surroundings): readonly Start[] {
  let byName = known.get(surroundings);
  if (!byName) known.set(surroundings, (byName = new Map<string, readonly Start[]>()));
  const before = byName.get(name);
  if (before) return before;
  // Where Procedures run each other in a circle, nothing new comes of going round.
  byName.set(name, []);
  const procedure = surroundings.procedureNamed(name);
  const starts = procedure ? startsIn(name, procedure, surroundings) : [];
  byName.set(name, starts);
  return starts;
}

function startsIn(
  own: string,
  procedure: ProcedureDefinition,
  surroundings: Surroundings,
): readonly Start[] {
  const starts: Start[] = [];
  const inner: Start[] = [];
  stagesOf(procedure).forEach((acts, stage) => {
    const atOnce = stage === 0;
    for (const act of acts) {
      const start = { ...act, names: namesOf(act, surroundings), atOnce, way: [own] };
      starts.push(start);
      if (act.runsAs === 'RunProcedure') inner.push(...within(start, surroundings));
    }
  });
  return [...starts, ...inner].slice(0, MOST_STARTS);
}

/** What the Procedures that an execution runs start in their turn. */
function within({ names, atOnce, way }: Start, surroundings: Surroundings): readonly Start[] {
  return names.slice(0, MOST_STARTS).flatMap((name) =>
    startsOf(name, surroundings).map((start) => {
      return { ...start, atOnce: atOnce && start.atOnce, way: [...way, ...start.way] };
    }),
  );
}

interface Act extends Pick<Start, 'kind' | 'runsAs'> {
  readonly named: Pattern | readonly string[];
}

/** A definition stays the same object until something in it changes. */
const stages = new WeakMap<ProcedureDefinition, readonly (readonly Act[])[]>();

/** The stages in which something runs. */
function stagesOf(procedure: ProcedureDefinition): readonly (readonly Act[])[] {
  let found = stages.get(procedure);
  if (!found) {
    found = procedure.stages
      .filter((stage) => !isIdle(stage))
      .map(({ executions }) => executions.filter(({ enabled }) => enabled).flatMap(actsOf));
    stages.set(procedure, found);
  }
  return found;
}

function actsOf({ type, params }: ExecutionDefinition): Act[] {
  const runsAs = singleOf(type);
  if (!makesBusy(runsAs) && !heedsBusy(runsAs)) return [];
  return Object.entries(params).flatMap(([param, value]): Act[] => {
    const reference = referenceOf(type, param);
    if (!reference || typeof value !== 'string' || value === '') return [];
    const named = reference.form === 'pattern' ? readPattern(value, 'batch') : [value];
    return [{ kind: reference.kind, runsAs, named }];
  });
}

function namesOf({ kind, named }: Act, { names }: Surroundings): readonly string[] {
  return 'items' in named
    ? picked({ kind, pattern: named }, effectiveInventory(names), names.engine).names
    : named;
}
