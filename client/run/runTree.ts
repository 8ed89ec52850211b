import type { Run } from '../../komodo/runs/index.ts';

/** The same tree without the texts of its logs, which are by far the most of it. */
export function withoutLogs(run: Run): Run {
  return mapRuns(run, (one) => ({ ...one, logs: [] }));
}

/** The run with this Update id: the outermost or one inside of it. */
export function findRun(run: Run, id: string): Run | undefined {
  return allRuns(run).find((one) => one.id === id);
}

/** The run and all runs inside of it, the outer ones first. */
export function allRuns(run: Run): readonly Run[] {
  const inside = run.stages.flatMap(({ executions }) =>
    executions.flatMap(({ child }) => (child ? allRuns(child) : [])),
  );
  return [run, ...inside];
}

function mapRuns(run: Run, change: (run: Run) => Run): Run {
  return {
    ...change(run),
    stages: run.stages.map((stage) => ({
      ...stage,
      executions: stage.executions.map((execution) =>
        execution.child ? { ...execution, child: mapRuns(execution.child, change) } : execution,
      ),
    })),
  };
}
