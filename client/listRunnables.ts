import type { Client } from '../api/index.ts';
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
