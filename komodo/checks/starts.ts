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

/** Procedures that run others are followed so far: people hardly nest three of them. */
const DEEPEST = 4;
/** More than that is not looked at of what one Procedure starts: it is asked after every key. */
const MOST_STARTS = 200;

/** By how far they are to be followed, and their names. */
const known = new WeakMap<Surroundings, Map<string, readonly Start[]>>();

/** What a Procedure starts, its own executions before those of the Procedures that it runs. */
export function startsOf(
  name: string,
  surroundings: Surroundings,
  depth = DEEPEST,
): readonly Start[] {
  let byName = known.get(surroundings);
  if (!byName) known.set(surroundings, (byName = new Map<string, readonly Start[]>()));
  const key = `${depth} ${name}`;
  let starts = byName.get(key);
  if (!starts) {
    const procedure = surroundings.procedureNamed(name);
    starts = procedure ? startsIn(name, procedure, surroundings, depth) : [];
    byName.set(key, starts);
  }
  return starts;
}

function startsIn(
  own: string,
  procedure: ProcedureDefinition,
  surroundings: Surroundings,
  depth: number,
): readonly Start[] {
  const starts = stagesOf(procedure).flatMap((acts, stage) =>
    acts.map((act): Start => {
      return { ...act, names: namesOf(act, surroundings), atOnce: stage === 0, way: [own] };
    }),
  );
  const runs = depth > 1 ? starts.filter(({ runsAs }) => runsAs === 'RunProcedure') : [];
  for (const { names, atOnce, way } of runs) {
    for (const name of names) {
      if (starts.length >= MOST_STARTS) return starts;
      for (const start of startsOf(name, surroundings, depth - 1))
        starts.push({ ...start, atOnce: atOnce && start.atOnce, way: [...way, ...start.way] });
    }
  }
  return starts;
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
