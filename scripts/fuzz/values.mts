/** Random values of the types of a schema: mostly what Core takes, now and then something else. */
import type { Definition, Schema, StructDefinition, Type } from '../../komodo/schema/index.ts';
import type { Random } from './random.mts';

/** A text of TOML or JSON that stands for itself; an array; or a table. */
export type Value = { readonly literal: string } | readonly Value[] | ReadonlyMap<string, Value>;

/** How scalars are written: TOML and JSON differ. */
export interface Notation {
  text(random: Random): string;
  quoted(text: string): string;
  /** Scalars that are likely to be refused. */
  readonly odd: readonly string[];
}

const integers = ['0', '1', '5', '-1', '255', '256', '70000', '2147483648', '-2147483649'];
const bigIntegers = ['9223372036854775807', '9223372036854775808', '-9223372036854775809'];
const hugeIntegers = ['18446744073709551616', '340282366920938463463374607431768211456'];
const floats = [
  '1e16',
  '9999999999999998.0',
  '1e-5',
  '1.5e-6',
  '0.00001234',
  '5e-324',
  '1.7976931348623157e308',
  '1.5',
  '-0.0',
  '2.0',
  '1e20',
  '1.1',
  '3e-7',
  '123456789012345680.0',
];
const versions = [
  '1.2.3',
  '1',
  '0.2',
  '1.2.3.4',
  'x',
  '',
  '1.x',
  '1.2.-3',
  '+1.2',
  '99999999999.1',
  '1..2',
];

export class ValueMaker {
  readonly #schema: Schema;
  readonly #random: Random;
  readonly #notation: Notation;
  /** How likely a value is to be of no matter what type. */
  readonly #error: number;

  constructor(schema: Schema, random: Random, notation: Notation, error: number) {
    this.#schema = schema;
    this.#random = random;
    this.#notation = notation;
    this.#error = error;
  }

  /** A whole resource file: some blocks of some kinds. */
  file(): ReadonlyMap<string, Value> {
    const random = this.#random;
    const kinds = this.#shuffled(this.#schema.root.fields).slice(0, random.between(1, 3));
    const pairs = kinds.map((field): [string, Value] => {
      return [random.pick([field.name, ...field.aliases]), this.value(field.type)];
    });
    return new Map([...pairs, ...this.#unknown()]);
  }

  value(type: Type): Value {
    const random = this.#random;
    if (random.chance(this.#error)) return this.anything(2);
    switch (type.kind) {
      case 'scalar':
        return { literal: this.#scalar(type.name) };
      case 'array':
      case 'set':
        return this.#some(3, () => this.value(type.of));
      case 'map':
        return new Map(
          this.#some(3, (): [string, Value] => [this.#key(type.key), this.value(type.value)]),
        );
      case 'ref':
        return this.defined(this.#schema.types.get(type.name)!);
      case 'custom':
        if (type.table !== undefined && random.chance(0.5))
          return this.defined(this.#schema.types.get(type.table)!);
        if (type.item && random.chance(0.5)) return this.#some(3, () => this.value(type.item!));
        if (type.form === 'item-or-list') return this.value(type.item!);
        return this.#quoted(this.#customText(type.form));
    }
  }

  defined(definition: Definition): Value {
    const random = this.#random;
    switch (definition.kind) {
      case 'enum':
        return this.#variant([...definition.byName.keys()]);
      case 'struct':
        return this.struct(definition);
      case 'tagged': {
        const variant = random.pick(definition.variants);
        const tag = this.#variant([variant.name]);
        const content = this.value(variant.content);
        if (random.chance(this.#error)) return [tag, content];
        const pairs: [string, Value][] = [
          [definition.tag, tag],
          [definition.content, content],
        ];
        if (random.chance(this.#error)) pairs.pop();
        if (random.chance(this.#error)) pairs.shift();
        return new Map([...this.#shuffled(pairs), ...this.#unknown()]);
      }
    }
  }

  /** A table of some fields of a struct; required ones are seldom left out, aliases now and then stand beside names. */
  struct(definition: StructDefinition): Value {
    const random = this.#random;
    if (random.chance(this.#error / 3))
      return definition.fields
        .slice(0, random.between(0, 4))
        .map((field) => this.value(field.type));
    const pairs: [string, Value][] = [];
    const share = random.pick([0.1, 0.3, 0.8]) * Math.min(1, 12 / definition.fields.length);
    for (const field of definition.fields) {
      if (!random.chance(field.required ? 1 - this.#error / 2 : share)) continue;
      const names = [field.name, ...field.aliases];
      pairs.push([random.pick(names), this.value(field.type)]);
      if (names.length > 1 && random.chance(this.#error / 3))
        pairs.push([random.pick(names), this.value(field.type)]);
    }
    return new Map([...this.#shuffled(pairs), ...this.#unknown()]);
  }

  anything(depth: number): Value {
    const random = this.#random;
    const kind = random.between(0, depth > 0 ? 9 : 6);
    if (kind < 3) return { literal: this.#notation.text(random) };
    if (kind < 5) return { literal: random.pick([...integers, ...bigIntegers, ...floats, 'true']) };
    if (kind < 7) return { literal: random.pick([...this.#notation.odd, ...hugeIntegers]) };
    if (kind < 8) return this.#some(3, () => this.anything(depth - 1));
    return new Map(this.#some(2, (): [string, Value] => [this.#name(), this.anything(depth - 1)]));
  }

  #scalar(name: string): string {
    const random = this.#random;
    switch (name) {
      case 'string':
        return this.#notation.text(random);
      case 'bool':
        return random.pick(['true', 'false']);
      case 'f32':
      case 'f64':
        return random.pick([...floats, ...integers]);
      case 'any':
        return this.#notation.text(random);
      default:
        return random.pick(['1', '5', '100', ...(random.chance(0.2) ? integers : [])]);
    }
  }

  #variant(names: readonly string[]): Value {
    const random = this.#random;
    let name = random.pick(names);
    if (random.chance(this.#error)) name = random.pick([name.toLowerCase(), `${name}x`, '']);
    if (random.chance(this.#error / 3)) return new Map([[name, this.anything(1)]]);
    if (random.chance(this.#error / 3)) return new Map([[name, new Map()]]);
    return this.#quoted(name);
  }

  #key(type: Type): string {
    const definition = type.kind === 'ref' ? this.#schema.types.get(type.name) : undefined;
    return definition?.kind === 'enum' && !this.#random.chance(this.#error)
      ? this.#random.pick(definition.variants).name
      : this.#name();
  }

  #customText(form: string): string {
    const random = this.#random;
    if (form === 'version') return random.pick(versions);
    if (form === 'permission') return random.pick(['Read', 'Write', 'None', 'Execute', 'read']);
    return random.pick([
      '',
      'a',
      'a, b # c\n# d\ne #f,g',
      'A=1\n',
      ' x \n\n',
      '\u0085b\ufeff ',
      'a,\n,b',
    ]);
  }

  #quoted(text: string): Value {
    return { literal: this.#notation.quoted(text) };
  }

  #unknown(): [string, Value][] {
    return this.#random.chance(this.#error) ? [[this.#name(), this.anything(2)]] : [];
  }

  #name(): string {
    return this.#random.pick([
      'x',
      'y',
      'name',
      'type',
      'params',
      'config',
      'é',
      '\u{10000}',
      '\uffff',
      'a b',
      '10',
      '9',
      '',
    ]);
  }

  /** As many as a number from 0 to `most`. */
  #some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.#random.between(0, most) }, make);
  }

  #shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, rank: this.#random.next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  }
}
