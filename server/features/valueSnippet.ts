/** Values to begin with, as LSP snippets. */
import type {
  Field,
  Schema,
  StructDefinition,
  TaggedDefinition,
  Type,
} from '../../komodo/schema/index.ts';

/** A value of a type with all in it that is required, and a tab stop for each thing to fill in. */
export function valueSnippet(schema: Schema, type: Type | undefined): string {
  return numbered(template(schema, type));
}

/** What a tagged value holds, while nobody knows which it will be. */
export function contentSnippet(definition: TaggedDefinition): string {
  return numbered(contentTemplate(definition));
}

/**
 * `a = "$1", b = "$2"`: the required fields of a struct.
 * @param separator what stands between them
 */
export function requiredFields(schema: Schema, struct: StructDefinition, separator = ', '): string {
  return numbered(fieldsTemplate(schema, struct, separator));
}

/** A snippet as it is inserted where tab stops are not understood: with the first of each choice. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

/** With `§` where a tab stop's number goes. */
function template(schema: Schema, type: Type | undefined): string {
  switch (type?.kind) {
    case 'scalar':
      if (type.name === 'string' || type.name === 'any') return '"$§"';
      return type.name === 'bool' ? '${§|true,false|}' : '${§:0}';
    case 'array':
    case 'set':
      if (type.of.kind === 'ref') return listOf(schema, type.of.name);
      return type.of.kind === 'scalar' && type.of.name === 'string' ? '["$§"]' : '[$§]';
    case 'map':
      return '{ $§ }';
    case 'custom':
      if (type.form === 'permission') return ofDefinition(schema, 'PermissionLevel');
      if (type.item?.kind === 'scalar' && type.item.name === 'string') return '["$§"]';
      // A version can be a table, which nobody writes.
      if (type.form === 'version') return '"$§"';
      return type.item === undefined && type.table !== undefined ? '{ $§ }' : '"$§"';
    case 'ref':
      return ofDefinition(schema, type.name);
    case undefined:
      return '$§';
  }
}

/** Tables stand on lines of their own. */
function listOf(schema: Schema, name: string): string {
  return schema.types.get(name)?.kind === 'struct' ? '[\n  { $§ },\n]' : '[$§]';
}

function ofDefinition(schema: Schema, name: string): string {
  const definition = schema.types.get(name);
  switch (definition?.kind) {
    case 'enum':
      return `"\${§|${definition.variants.map((variant) => variant.name).join(',')}|}"`;
    case 'struct': {
      const fields = fieldsTemplate(schema, definition);
      return fields === '' ? '{}' : `{ ${fields} }`;
    }
    case 'tagged':
      return `{ ${definition.tag} = "$§", ${definition.content} = ${contentTemplate(definition)} }`;
    case undefined:
      return '$§';
  }
}

/** What a tagged value holds, whichever it is: mostly a table, and of the target of a permission a text. */
function contentTemplate({ variants }: TaggedDefinition): string {
  const isText = variants.every(
    ({ content }) => content.kind === 'scalar' && content.name === 'string',
  );
  return isText ? '"$§"' : '{ $§ }';
}

function fieldsTemplate(
  schema: Schema,
  { name, fields }: StructDefinition,
  separator = ', ',
): string {
  // A permission without a level is none.
  const isNeeded = (field: Field) =>
    field.required || (name === 'PermissionToml' && field.name === 'level');
  return fields
    .filter(isNeeded)
    .map((field) => `${field.preferred ?? field.name} = ${template(schema, field.type)}`)
    .join(separator);
}

function numbered(text: string): string {
  let count = 0;
  return text.replaceAll('§', () => String(++count));
}
