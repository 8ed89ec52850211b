/**
 * What the typings of komodo_client say of a type and of its fields, variants and executions. The texts are read from
 * the npm packages when the extension is built (scripts/documentation.mts) and loaded by those who show them.
 */
/** The texts, by the names of the TypeScript types; a type's own text stands under the empty name. */
export type Documentation = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A definition of a schema. */
interface DocumentedType {
  readonly name: string;
  readonly full?: string;
}

/** The text (Markdown) on a type or, with `name`, on a field or variant of it; undefined where there is none. */
export function documentationOf(
  documentation: Documentation,
  type: DocumentedType,
  name = '',
): string | undefined {
  return documentation[typingsName(type)]?.[name];
}

/**
 * The name that a type has in the typings: they have one for a config and its partial form, and one for the blocks of
 * all kinds.
 */
export function typingsName({ name, full }: DocumentedType): string {
  return full ?? name.replace(/<.*>$/, '').replace(/^Partial/, '');
}
