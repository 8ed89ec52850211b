import { inCoreStyle } from '../format/index.ts';
import { isObject, jsonText, type Json, type ResourceNode } from '../resources/index.ts';
import type { Schema, StructDefinition } from '../schema/index.ts';
import { dataOf, parse } from '../toml/index.ts';
import { isList, storedValues, type ConfigValue } from './configs.ts';
import type { StoredResource } from './storedResource.ts';

/**
 * A stored resource as a file would say it, so that Core can read it (what Core itself exports it can't always): what
 * differs from the defaults, and what the file says that it is to be held against.
 * @param beside a block about the same resource; undefined where there is none
 */
export function storedToml(
  stored: StoredResource,
  definition: StructDefinition,
  schema: Schema,
  beside: readonly ConfigValue[] = [],
): string | undefined {
  const values = storedValues(stored, definition, schema);
  if (!values) return undefined;
  const given = new Set(
    beside.filter(({ isDefault }) => !isDefault).map(({ path }) => path.join('.')),
  );
  const shown = values.filter(({ isDefault, path }) => !isDefault || given.has(path.join('.')));
  const lines = [
    `[[${stored.kind}]]`,
    `name = ${valueText(stored.name)}`,
    ...(stored.description ? [`description = ${valueText(stored.description)}`] : []),
    ...(stored.template ? ['template = true'] : []),
    ...(stored.tags.length > 0 ? [`tags = ${valueText(stored.tags)}`] : []),
    ...shown.map(({ path, value }) => `${path.join('.')} = ${valueText(value)}`),
  ];
  return coreStyle(lines.join('\n') + '\n', schema);
}

/** A block of a file in the same style; its comments are kept. */
export function writtenToml({ schema }: ResourceNode, text: string): string {
  return coreStyle(text, schema);
}

function coreStyle(text: string, schema: Schema): string {
  const document = parse(text, { version: schema.toml });
  const data = dataOf(document);
  return data.problems.length > 0 ? text : inCoreStyle(document, data, schema);
}

/** JSON's escapes are TOML's, but for the one of U+007F. */
function valueText(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value).replaceAll('\u007f', '\\u007f');
  if (value === null) return '""';
  if (isList(value)) return `[${value.map(valueText).join(', ')}]`;
  if (!isObject(value)) return jsonText(value);
  const version = ['major', 'minor', 'patch'].map((part) => value.get(part));
  if (value.size === 3 && version.every((part) => typeof part === 'bigint'))
    return `"${version.join('.')}"`;
  const pairs = [...value].filter(([, inner]) => inner !== null);
  return `{ ${pairs.map(([name, inner]) => `${valueText(name)} = ${valueText(inner)}`).join(', ')} }`;
}
