import { flagOf, memberOf, type ResourceNode } from '../resources/index.ts';

/** A name that a resource file defines: of a resource, a Variable or a user group. */
export interface DefinedName {
  readonly kind: ResourceNode['kind'];
  readonly name: string;
  readonly tags: readonly string[];
  readonly template: boolean;
}

/** The name that a block defines; undefined where it has none. */
export function definedName(resource: ResourceNode): DefinedName | undefined {
  const { kind, name, tags, datum, definition } = resource;
  if (name === undefined) return undefined;
  const template = flagOf(memberOf(datum, definition, 'template')?.value, false);
  return { kind, name: name.text, tags: tags.map(({ text }) => text), template };
}
