import type { Inventory } from '../inventory/inventory.ts';
import { servicesOf, type Service } from '../names/index.ts';
import { itemsOf, type PlacedDefinition } from './world.ts';

export interface StackServices {
  readonly services: readonly Service[];
  /** Only Core told, by what is deployed: the files of the Stack may have become others. */
  readonly isUnsure: boolean;
}

/**
 * The services of a Stack: those of the compose file in the workspace, then what else Core lists; undefined where neither
 * is known.
 *
 * @param stack its name, or Core's id
 * @param definition of the workspace
 * @param core null where none is connected
 */
export function servicesOfStack(
  stack: string,
  definition: PlacedDefinition | undefined,
  core: Inventory | null,
): StackServices | undefined {
  const inFile = definition && servicesOf(definition.facts);
  const onCore =
    core && itemsOf(core, 'stack').find(({ name, id }) => name === stack || id === stack)?.services;
  if (!inFile && !onCore) return undefined;
  const known = new Set(inFile?.map(({ name }) => name));
  const more = (onCore ?? []).filter((name) => !known.has(name)).map((name) => ({ name }));
  return { services: [...(inFile ?? []), ...more], isUnsure: !inFile };
}
