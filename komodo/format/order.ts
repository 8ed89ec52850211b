/** The order in which Core writes the keys of a table. */
import { containerOf, type Meaning } from '../resources/index.ts';
import type { Schema } from '../schema/index.ts';

/** A field that Core writes last: it puts the name of a Build in place of its id, and that goes to the end. */
const lastFields: ReadonlyMap<string, string> = new Map([['DeploymentImage::Build', 'build_id']]);

/** Sorts what stands under the keys of a table; what Core does not know comes behind all else, as it stands. */
export function inCoreOrder<Named extends { readonly name: string }>(
  named: readonly Named[],
  table: Meaning,
  schema: Schema,
): readonly Named[] {
  const names = namesInOrder(table, schema);
  const placeOf = ({ name }: Named) => {
    const place = names.indexOf(name);
    return place < 0 ? names.length : place;
  };
  return named.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Names of one field follow each other. */
function namesInOrder(table: Meaning, schema: Schema): readonly string[] {
  const container = containerOf(schema, table);
  if (container?.kind === 'tagged') return [container.tag, container.content];
  if (container?.kind !== 'struct') return [];
  const last = lastFields.get(container.name);
  const fields = container.fields.toSorted(
    (a, b) => Number(a.name === last) - Number(b.name === last),
  );
  return fields.flatMap(({ name, aliases }) => [name, ...aliases]);
}

/**
 * The fields of a Procedure's config in the order in which Core writes them. It takes the stages out, to write them
 * under headers of their own, and the last of the fields moves into their place.
 *
 * @param fields all that are written, in the order of the schema
 */
export function procedureOrder<Field>(
  fields: readonly Field[],
  isStages: (field: Field) => boolean,
): readonly Field[] {
  const at = fields.findIndex(isStages);
  if (at < 0) return fields;
  const rest = fields.toSpliced(at, 1);
  if (at === rest.length) return rest;
  return [...rest.slice(0, at), rest.at(-1)!, ...rest.slice(at, -1)];
}
