import type { Run } from '../../../komodo/runs/index.ts';
import type { ShownRun } from '../../../protocol/runPanel.ts';

/** What each run of a tree is called where its lines are shown: by Update id. */
export function namesOf(shown: ShownRun): ReadonlyMap<string, string> {
  const names = new Map([[shown.id, shown.title]]);
  const walk = (run: Run): void => {
    for (const { executions } of run.stages) {
      for (const { type, target, child } of executions) {
        if (!child) continue;
        names.set(child.id, child.name ?? target ?? type);
        walk(child);
      }
    }
  };
  walk(shown.run);
  return names;
}
