import type { Typings } from '../typings.ts';

let collected: Promise<Typings> | undefined;

/** The typings as the build collects them, once for all tests. */
export function bundledTypings(): Promise<Typings> {
  collected ??= import('../../../scripts/typings.mts').then(({ collectTypings }) =>
    collectTypings(),
  );
  return collected;
}
