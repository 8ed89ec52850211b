import type { Client } from '../api/index.ts';
import { cancelledRuns, operationsOf } from './cancelledRuns.ts';
import type { UpdateItem } from './recentRun.ts';
import { runnableOf } from './runnable.ts';
import type { Runnable, RunnableKind } from './runnable.ts';

/** Core's Procedures or Actions in the order of their names; templates, which do not run, left out. */
export async function listRunnables(
  client: Client,
  kind: RunnableKind,
): Promise<readonly Runnable[]> {
  const type = kind === 'Procedure' ? 'ListProcedures' : 'ListActions';
  const items = await client.read(type, { query: {} });
  return items
    .filter(({ template }) => !template)
    .map((item) => runnableOf(kind, item))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * The same, told apart whose last run somebody has cancelled: for lists, whose colours say what needs a look.
 */
export async function listRunnablesByOutcome(
  client: Client,
  kind: RunnableKind,
): Promise<readonly Runnable[]> {
  const runnables = await listRunnables(client, kind);
  if (!runnables.some(({ state }) => state === 'Failed')) return runnables;
  const query = { operation: { $in: operationsOf(kind) } };
  const { updates }: { updates: readonly UpdateItem[] } = await client.read('ListUpdates', {
    query,
  });
  const cancelled = await cancelledRuns(client, updates);
  const isCancelled = ({ id, state }: Runnable): boolean => {
    const last = updates.find((each) => each.operation === `Run${kind}` && each.target.id === id);
    return state === 'Failed' && last !== undefined && cancelled.has(last.id);
  };
  return runnables.map((each) => (isCancelled(each) ? { ...each, state: 'Cancelled' } : each));
}
