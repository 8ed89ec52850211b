import { readResources } from '../resources/index.ts';
import type { Schema } from '../schema/index.ts';
import { dataOf, parse } from '../toml/index.ts';
import { Writer } from './bothSides.ts';
import { isSame, storedValues, type ConfigValue } from './configs.ts';
import type { StoredResource } from './storedResource.ts';

/** A resource at two times, as TOML in Core's style. */
export interface BothStates {
  readonly before: string;
  readonly after: string;
}

/**
 * Both states of a stored resource with the same keys: those that are no default in one of them.
 * @returns undefined where Core would refuse one of them, or is newer than we are
 */
export function bothStates(
  before: StoredResource,
  after: StoredResource,
  schema: Schema,
): BothStates | undefined {
  const { kind } = after;
  const [block] = readResources(dataOf(parse(`[[${kind}]]\nname = "x"\n`)), schema).resources;
  if (!block) return undefined;
  const [old, next] = [before, after].map((state) => storedValues(state, block.definition, schema));
  if (!old || !next) return undefined;
  const changed = next.filter(({ path, value }) => {
    const other = old.find(({ path: inOld }) => inOld.join('.') === path.join('.'));
    return !other || !isSame(other.value, value);
  });
  const writer = new Writer(schema, new Set(changed.map(keyOf)));
  return { before: writer.block(before, old), after: writer.block(after, next) };
}

const keyOf = ({ path }: ConfigValue): string => path.at(-1)!;
