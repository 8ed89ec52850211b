import { inCoreStyle } from '../format/index.ts';
import { fromFact, isObject, jsonText, type Json, type ResourceNode } from '../resources/index.ts';
import type { Schema, Type } from '../schema/index.ts';
import { dataOf, parse, type Datum } from '../toml/index.ts';
import { isList, isSame, storedValues, writtenValues, type ConfigValue } from './configs.ts';
import type { StoredResource } from './storedResource.ts';
import { variableSides } from './variables.ts';

/** A resource as a file says it, and as it would say what a Core has stored. */
export interface BothSides {
  readonly file: string;
  readonly core: string;
}

/**
 * Both sides in Core's style, so that they differ only where a sync would change something: without comments, and with
 * those defaults alone that the file names somewhere. Core can read both; what it exports itself it can't always.
 * @returns undefined where Core refuses the block, or is newer than we are
 */
export function bothSides(resource: ResourceNode, stored: StoredResource): BothSides | undefined {
  if (stored.kind === 'variable') return variableSides(resource, stored);
  const { kind, name, value, tags, definition, schema } = resource;
  const inFile = writtenValues(resource);
  const onCore = storedValues(stored, definition, schema);
  if (!inFile || !onCore || !name) return undefined;
  const writer = new Writer(schema, namesIn(resource.datum));
  const description = value?.get('description');
  const head = {
    kind,
    name: name.text,
    description: typeof description === 'string' ? description : '',
    template: value?.get('template') === true,
    tags: tags.map(({ text }) => text),
  };
  return { file: writer.block(head, inFile), core: writer.block(stored, onCore) };
}

function coreStyle(text: string, schema: Schema): string {
  const document = parse(text, { version: schema.toml });
  const data = dataOf(document);
  return data.problems.length > 0 ? text : inCoreStyle(document, data, schema);
}

/** All keys in a block, wherever they stand. */
function namesIn(datum: Datum, names = new Set<string>()): ReadonlySet<string> {
  if (datum.kind === 'array') for (const item of datum.items) namesIn(item, names);
  if (datum.kind !== 'table') return names;
  for (const { name, value } of datum.entries.values()) {
    names.add(name);
    namesIn(value, names);
  }
  return names;
}

/** Writes resources as TOML in Core’s style. */
export class Writer {
  readonly #schema: Schema;
  readonly #named: ReadonlySet<string>;

  /** @param named keys that are written also where they say the default */
  constructor(schema: Schema, named: ReadonlySet<string>) {
    this.#schema = schema;
    this.#named = named;
  }

  /** A block in Core's style. */
  block(
    head: Omit<StoredResource, 'config' | 'kind'> & { kind: string },
    config: readonly ConfigValue[],
  ): string {
    const { kind, name, description, template, tags } = head;
    const lines = [
      `[[${kind}]]`,
      `name = ${this.value(name)}`,
      ...(description ? [`description = ${this.value(description)}`] : []),
      ...(template ? ['template = true'] : []),
      ...(tags.length > 0 ? [`tags = ${this.value(tags)}`] : []),
      ...config
        .filter(({ isDefault, path }) => !isDefault || this.#named.has(path.at(-1)!))
        .map(({ path, field, value }) => `${path.join('.')} = ${this.value(value, field?.type)}`),
    ];
    return coreStyle(lines.join('\n') + '\n', this.#schema);
  }

  /** A value in braces and brackets. JSON's escapes are TOML's, but for the one of U+007F. */
  value(value: Json, type?: Type): string {
    if (typeof value === 'string') return JSON.stringify(value).replaceAll('\u007f', '\\u007f');
    if (value === null) return '""';
    if (isList(value)) {
      const of = type?.kind === 'array' || type?.kind === 'set' ? type.of : undefined;
      return `[${value.map((item) => this.value(item, of)).join(', ')}]`;
    }
    if (!isObject(value)) return jsonText(value);
    const version = ['major', 'minor', 'patch'].map((part) => value.get(part));
    if (value.size === 3 && version.every((part) => typeof part === 'bigint'))
      return `"${version.join('.')}"`;
    const pairs = [...value].flatMap(([name, inner]) => this.#pair(name, inner, value, type));
    return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
  }

  #pair(name: string, value: Json, table: ReadonlyMap<string, Json>, type?: Type): string[] {
    if (value === null) return [];
    const key = /^[\w-]+$/.test(name) ? name : JSON.stringify(name);
    const definition = type?.kind === 'ref' ? this.#schema.types.get(type.name) : undefined;
    if (definition?.kind === 'struct') {
      const field = definition.byName.get(name);
      const names = field ? [field.name, ...field.aliases] : [name];
      const isDefault =
        field && !field.required && isSame(value, fromFact(field.default ?? null, field.type));
      if (isDefault && !names.some((each) => this.#named.has(each))) return [];
      const written = field?.preferred ?? key;
      return [`${written} = ${this.value(value, field?.type)}`];
    }
    if (definition?.kind === 'tagged' && name === definition.content) {
      const variant = table.get(definition.tag);
      const content =
        typeof variant === 'string' ? definition.byName.get(variant)?.content : undefined;
      return [`${key} = ${this.value(value, content)}`];
    }
    return [`${key} = ${this.value(value)}`];
  }
}
