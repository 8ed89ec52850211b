/** Which executions of a stage keep each other from running. */
import { excludeEachOther } from './busy.ts';
import type { Plan, PlannedExecution, PlannedTarget } from './plan.ts';

/** An execution on a resource that starts with the stage. */
interface Start {
  /** The target of the stage that it is a part of. */
  readonly of: PlannedTarget;
  readonly runsAs: string;
}

/** Marks what is kept from running by another execution of the same stage, or by one within a Procedure that it runs. */
export function markBusy(executions: readonly PlannedExecution[]): readonly PlannedExecution[] {
  const starts = new Map<string, Start[]>();
  for (const { runs, runsAs, targets } of executions) {
    for (const target of runs ? targets : []) {
      for (const [key, type] of startedBy(target, runsAs)) {
        const others = starts.get(key) ?? [];
        starts.set(key, others);
        others.push({ of: target, runsAs: type });
      }
    }
  }
  const isKept = (target: PlannedTarget, [key, runsAs]: Key) =>
    starts.get(key)!.some((other) => {
      return other.of !== target && excludeEachOther(other.runsAs, runsAs);
    });
  return executions.map((execution) => {
    if (!execution.runs) return execution;
    const targets = execution.targets.map((target): PlannedTarget => {
      const [own, ...within] = startedBy(target, execution.runsAs);
      if (isKept(target, own)) return { ...target, problems: [...target.problems, 'busy'] };
      return within.some((key) => isKept(target, key))
        ? { ...target, problems: [...target.problems, 'busy-within'] }
        : target;
    });
    return { ...execution, targets };
  });
}

/** What an execution acts on, and its type. */
type Key = readonly [resource: string, runsAs: string];

/** An execution on its target, and what runs at the same time within it. */
function startedBy(target: PlannedTarget, runsAs: string): readonly [Key, ...Key[]] {
  const { kind, name, nested } = target;
  return [[`${kind} ${name}`, runsAs], ...(typeof nested === 'object' ? firstOf(nested) : [])];
}

/** All that starts when a Procedure does: what its first stage runs that runs anything. */
function firstOf({ stages }: Plan): readonly Key[] {
  const running = stages.map(({ executions }) =>
    executions.filter(({ runs, type }) => runs && type !== 'None'),
  );
  const first = running.find((executions) => executions.length > 0) ?? [];
  return first.flatMap(({ runsAs, targets }) =>
    targets.flatMap((target) => startedBy(target, runsAs)),
  );
}
