import { differing } from '../../komodo/toml/index.ts';

/**
 * What is different between two lists, in which an edit changed something at one place: what is gone, and what has come.
 */
export function changes<T>(before: readonly T[], after: readonly T[]): readonly [T[], T[]] {
  const { start, endBefore, endAfter } = differing(before, after);
  return [before.slice(start, endBefore), after.slice(start, endAfter)];
}
