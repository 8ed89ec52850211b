/** Smallest resource files that hold a value of a certain type, as the table of field probes was made with. */
import type { Definition, Schema, StructDefinition, Type } from '../../schema/index.ts';
import { isObject, type Json } from '../index.ts';

/** A step from a value to one inside it. */
type Step =
  | { readonly in: 'field'; readonly owner: StructDefinition; readonly name: string }
  | { readonly in: 'item' }
  | { readonly in: 'value'; readonly key: string }
  | {
      readonly in: 'content';
      readonly tag: string;
      readonly variant: string;
      readonly content: string;
    };

export class Prober {
  readonly #schema: Schema;
  readonly #ways = new Map<string, readonly Step[]>();

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#explore(schema.root, []);
  }

  /** A file in which `toml` stands as the value of a key of a struct, or as the value of an enum. */
  document(owner: string, key: string | undefined, toml: string, instead?: string): string {
    const way = this.#ways.get(owner)!;
    if (key === undefined) return this.#wrapped(way, toml);
    const definition = this.#schema.types.get(owner) as StructDefinition;
    const pairs = this.#required(definition).filter(([name]) => name !== (instead ?? key));
    return this.#wrapped(way, table([...pairs, [key, toml]]));
  }

  /** What stands at the place of a field, or of an enum, in a file that was read. */
  lookUp(owner: string, field: string | undefined, file: Json): Json | undefined {
    let found: Json | undefined = file;
    for (const step of this.#ways.get(owner)!) found = inside(found, step);
    if (field === undefined) return found;
    return isObject(found) ? found.get(field) : undefined;
  }

  /** Notes the first way that leads to each type, field by field, and what lies behind it. */
  #explore(definition: Definition, way: readonly Step[]): void {
    if (this.#ways.has(definition.name)) return;
    this.#ways.set(definition.name, way);
    if (definition.kind === 'struct') {
      for (const { name, type } of definition.fields)
        this.#follow(type, [...way, { in: 'field', owner: definition, name }]);
    } else if (definition.kind === 'tagged') {
      const { tag, content } = definition;
      for (const { name: variant, content: type } of definition.variants)
        this.#follow(type, [...way, { in: 'content', tag, variant, content }]);
    }
  }

  #follow(type: Type, way: readonly Step[]): void {
    const { types } = this.#schema;
    if (type.kind === 'array' || type.kind === 'set') {
      this.#follow(type.of, [...way, { in: 'item' }]);
    } else if (type.kind === 'map') {
      this.#follow(type.key, way);
      this.#follow(type.value, [...way, { in: 'value', key: this.#keyOf(type.key) }]);
    } else if (type.kind === 'ref') {
      this.#explore(types.get(type.name)!, way);
    } else if (type.kind === 'custom') {
      if (type.table !== undefined) this.#explore(types.get(type.table)!, way);
      if (type.item) this.#follow(type.item, [...way, { in: 'item' }]);
    }
  }

  #keyOf(type: Type): string {
    const definition = type.kind === 'ref' ? this.#schema.types.get(type.name) : undefined;
    return definition?.kind === 'enum' ? definition.variants[0]!.name : 'x';
  }

  #wrapped(way: readonly Step[], toml: string): string {
    const steps = way.toReversed();
    const root = steps.pop();
    let value = toml;
    for (const step of steps) value = this.#around(step, value);
    return root?.in === 'field'
      ? `${root.name} = ${value}\n`
      : value.slice(2, -2).replaceAll(' \n', '\n');
  }

  #around(step: Step, value: string): string {
    switch (step.in) {
      case 'item':
        return `[${value}]`;
      case 'value':
        return table([[step.key, value]]);
      case 'content':
        return table([
          [step.tag, `"${step.variant}"`],
          [step.content, value],
        ]);
      case 'field': {
        const others = this.#required(step.owner).filter(([name]) => name !== step.name);
        return table([...others, [step.name, value]]);
      }
    }
  }

  #required({ fields }: StructDefinition): [string, string][] {
    return fields
      .filter((field) => field.required)
      .map(({ name, type }) => [name, this.#sample(type)]);
  }

  /** The smallest value of a type that Core takes. */
  #sample(type: Type): string {
    switch (type.kind) {
      case 'scalar':
        return type.name === 'bool' ? 'true' : type.name === 'string' ? '"x"' : '1';
      case 'array':
      case 'set':
        return '[]';
      case 'map':
        return '{}';
      case 'custom':
        return '"x"';
      case 'ref':
        return this.#sampleOf(this.#schema.types.get(type.name)!);
    }
  }

  #sampleOf(definition: Definition): string {
    switch (definition.kind) {
      case 'enum':
        return `"${definition.variants[0]!.name}"`;
      case 'struct':
        return table(this.#required(definition));
      case 'tagged': {
        const [{ name, content }] = definition.variants as [(typeof definition.variants)[number]];
        return table([
          [definition.tag, `"${name}"`],
          [definition.content, this.#sample(content)],
        ]);
      }
    }
  }
}

function table(pairs: readonly (readonly [string, string])[]): string {
  if (pairs.length === 0) return '{}';
  return `{ ${pairs.map(([name, value]) => `${name} = ${value}`).join(', ')} }`;
}

function inside(value: Json | undefined, step: Step): Json | undefined {
  if (step.in === 'item') return Array.isArray(value) ? (value[0] as Json) : undefined;
  if (!isObject(value)) return undefined;
  return value.get(step.in === 'field' ? step.name : step.in === 'value' ? step.key : step.content);
}
