/** The entries of the list from which somebody chooses what to run. */
import { runnableDescription, runnableIcon } from '../runnable.ts';
import type { Runnable } from '../runnable.ts';

export interface RunnableItem {
  readonly label: string;
  readonly description: string;
  /** Undefined for the heading of a group. */
  readonly runnable?: Runnable;
}

/**
 * Those that stand in the file in the editor come first, then all others, each group in the order of names.
 * @param inFile names that the file in the editor defines
 */
export function runnableItems(
  runnables: readonly Runnable[],
  inFile: readonly string[],
  now: number,
): readonly RunnableItem[] {
  const here = runnables.filter(({ name }) => inFile.includes(name));
  const others = runnables.filter(({ name }) => !inFile.includes(name));
  const items = (group: readonly Runnable[]): readonly RunnableItem[] =>
    group.map((runnable) => ({
      label: `$(${runnableIcon(runnable).icon}) ${runnable.name}`,
      description: runnableDescription(runnable, now),
      runnable,
    }));
  const heading = (label: string): RunnableItem => ({ label, description: '' });
  if (here.length === 0) return items(others);
  return [
    heading('in this file'),
    ...items(here),
    ...(others.length === 0 ? [] : [heading('others')]),
    ...items(others),
  ];
}
