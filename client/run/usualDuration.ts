import type { Client } from '../../api/index.ts';
import type { RunTarget } from './runSession.ts';

/** How many of the earlier runs are asked for. */
const asked = 5;

/**
 * How long a Procedure or Action usually takes, in milliseconds: the median of its last runs that went well.
 * Undefined when there are none.
 * @param but Update id of the run that is not to be counted
 */
export async function usualDuration(
  client: Client,
  { kind, id }: RunTarget,
  but: string,
): Promise<number | undefined> {
  const { updates } = await client.read('ListUpdates', {
    query: {
      operation: kind === 'ResourceSync' ? 'RunSync' : `Run${kind}`,
      'target.type': kind,
      'target.id': id,
      status: 'Complete',
      success: true,
    },
  });
  const earlier = updates.filter((update) => update.id !== but).slice(0, asked);
  const runs = await Promise.all(
    earlier.map((update) => client.read('GetUpdate', { id: update.id })),
  );
  return median(runs.flatMap(({ start_ts, end_ts }) => (end_ts ? [end_ts - start_ts] : [])));
}

/** The middle of some numbers (the lower of two); undefined for none. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
