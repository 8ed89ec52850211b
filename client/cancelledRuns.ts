/** Which runs somebody has cancelled: Core lists them as failed, and only their logs tell. */
import type { Client } from '../api/index.ts';
import { isCancelled } from '../komodo/runs/index.ts';
import type { UpdateItem } from './recentRun.ts';

/** What was found out of ended runs, which stay as they are. */
const known = new WeakMap<Client, Map<string, Promise<boolean>>>();

/** The operations that {@link cancelledRuns} needs to know of. */
export const operationsOf = (kind: 'Procedure' | 'Action'): readonly string[] => [
  `Run${kind}`,
  `Cancel${kind}`,
];

/**
 * The ids of cancelled runs. Core is asked only for a run that failed and was the newest of its target when somebody
 * cancelled that.
 * @param updates runs and cancels, the newest first as Core lists them
 */
export async function cancelledRuns(
  client: Pick<Client, 'read'>,
  updates: readonly UpdateItem[],
): Promise<ReadonlySet<string>> {
  const before = known.get(client as Client) ?? new Map<string, Promise<boolean>>();
  known.set(client as Client, before);
  const asked = updates.flatMap(({ operation, success, target, start_ts }) => {
    if (!success || !/^Cancel(?:Procedure|Action)$/.test(operation)) return [];
    const run = updates.find(
      (each) =>
        each.operation === `Run${target.type}` &&
        each.target.id === target.id &&
        each.start_ts <= start_ts,
    );
    return run?.status === 'Complete' && !run.success ? [run.id] : [];
  });
  const found = [...new Set(asked)].map(async (id) => {
    const answer =
      before.get(id) ?? client.read('GetUpdate', { id }).then(isCancelled, () => false);
    before.set(id, answer);
    return (await answer) ? id : undefined;
  });
  return new Set((await Promise.all(found)).filter((id) => id !== undefined));
}
