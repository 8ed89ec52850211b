/** Which Procedures a Procedure runs. */
import { readPattern, type Pattern } from '../patterns/index.ts';
import { Circles, type ProcedureDefinition } from '../plan/index.ts';
import { picked } from './picks.ts';
import type { Names, Surroundings } from './world.ts';

interface Runs {
  readonly names: readonly string[];
  readonly patterns: readonly Pattern[];
}

/** A definition stays the same object until something in it changes. */
const known = new WeakMap<ProcedureDefinition, Runs>();

function runsOf(procedure: ProcedureDefinition): Runs {
  let runs = known.get(procedure);
  if (!runs) {
    const names: string[] = [];
    const patterns: Pattern[] = [];
    for (const stage of procedure.stages.filter(({ enabled }) => enabled)) {
      for (const { type, params } of stage.executions.filter(({ enabled }) => enabled)) {
        if (type === 'RunProcedure' && typeof params.procedure === 'string')
          names.push(params.procedure);
        if (type === 'BatchRunProcedure' && typeof params.pattern === 'string')
          patterns.push(readPattern(params.pattern, 'batch'));
      }
    }
    runs = { names, patterns };
    known.set(procedure, runs);
  }
  return runs;
}

/** The names of all Procedures that a run of one starts; those by a pattern only as far as the workspace has them. */
function namesRunBy(
  procedure: ProcedureDefinition,
  { workspace, engine }: Names,
): readonly string[] {
  const { names, patterns } = runsOf(procedure);
  const picks = patterns.flatMap(
    (pattern) => picked({ kind: 'procedure', pattern }, workspace, engine).names,
  );
  return [...names, ...picks];
}

/** By the state of the surroundings. */
const circles = new WeakMap<object, Circles>();

/** The Procedures that run each other in a circle, those that only Core has among them. */
export function circlesIn(surroundings: Surroundings): Circles {
  let found = circles.get(surroundings.state);
  if (!found) {
    found = new Circles((name) => {
      const procedure = surroundings.procedureNamed(name);
      return procedure ? namesRunBy(procedure, surroundings.names) : [];
    });
    circles.set(surroundings.state, found);
  }
  return found;
}
