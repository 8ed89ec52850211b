import { definedName, type DefinedName } from '../inventory/definedName.ts';
import { memberOf, perResource, type ResourceNode } from '../resources/index.ts';
import { contentOf, type Place } from '../toml/index.ts';

/** A name that a block of a file defines. */
export interface Definition extends DefinedName {
  /** The name alone, without quotes. */
  readonly place: Place;
}

/** The name that a block defines; undefined where it has none, or an empty one. */
export const definitionOf = perResource((resource: ResourceNode): Definition | undefined => {
  const defined = definedName(resource);
  const name = memberOf(resource.datum, resource.definition, 'name')?.value;
  return defined?.name && name ? { ...defined, place: contentOf(name) } : undefined;
});
