/** What may be written as a value, in words. */
import type { FactValue, Field, Schema, Type } from '../../komodo/schema/index.ts';
import { code } from './markdown.ts';

const scalars: Readonly<Record<string, string>> = {
  string: 'text',
  bool: 'true or false',
  f32: 'number',
  f64: 'number',
  any: 'any value',
};

function typeInWords(schema: Schema, type: Type): string {
  switch (type.kind) {
    case 'scalar':
      return scalars[type.name] ?? 'whole number';
    case 'array':
    case 'set':
      return `list of ${several(typeInWords(schema, type.of))}`;
    case 'map':
      return `table of ${typeInWords(schema, type.value)}`;
    case 'custom':
      return customInWords(schema, type);
    case 'ref': {
      const definition = schema.types.get(type.name);
      if (definition?.kind !== 'enum') return 'table';
      return definition.variants.map(({ name }) => code(name)).join(' | ');
    }
  }
}

function several(type: string): string {
  return type === 'table' ? 'tables' : type;
}

function customInWords(schema: Schema, { item, table }: Extract<Type, { kind: 'custom' }>): string {
  if (item) return `list of ${several(typeInWords(schema, item))}, or text with one a line`;
  return table === undefined ? 'text' : 'text or table';
}

/** `required`, or what holds where nothing is given; undefined where that is nothing to speak of. */
function defaultInWords({ required, type, default: value }: Field): string | undefined {
  if (required) return 'required';
  const isVersion = type.kind === 'custom' && type.form === 'version';
  const written = isVersion ? versionText(value) : JSON.stringify(value ?? '');
  return ['""', '[]', '{}'].includes(written) ? undefined : `default ${code(written)}`;
}

/** As people write it. */
function versionText(value: FactValue | undefined): string {
  const { major = 0, minor = 0, patch = 0 } = (value ?? {}) as Readonly<Record<string, number>>;
  return `"${major}.${minor}.${patch}"`;
}

/** Type and default of a field, in a line of plain text. */
export function detailInWords(schema: Schema, field: Field): string {
  return factsInWords(schema, field).replaceAll('`', '');
}

/** Type and default of a field, in a line of Markdown. */
export function factsInWords(schema: Schema, field: Field): string {
  const facts = [typeInWords(schema, field.type), defaultInWords(field)];
  return facts.filter((fact) => fact !== undefined).join('; ');
}
