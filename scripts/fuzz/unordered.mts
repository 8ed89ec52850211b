import { isDeepStrictEqual } from 'node:util';

/** Whether two answers differ by nothing but the order in which Core writes an environment of RunStackService: it keeps none. */
export function differInOrderAlone(ours: string, oracles: string): boolean {
  return (
    ours.includes('RunStackService') && isDeepStrictEqual(JSON.parse(ours), JSON.parse(oracles))
  );
}
