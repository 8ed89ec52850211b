/**
 * What a Komodo version knows of its resource files: which types there are, which names they take, what is required and
 * what holds where nothing is given. The facts are generated (`scripts/generate-schema.mts`); this file says their shape.
 */

/** A plain JSON value, as it stands in the generated facts. */
export type FactValue =
  null | boolean | number | string | readonly FactValue[] | { readonly [name: string]: FactValue };

export type ScalarName = 'string' | 'bool' | 'i32' | 'i64' | 'u8' | 'u32' | 'f32' | 'f64' | 'any';

export interface ScalarType {
  readonly kind: 'scalar';
  /** The Rust name; `any` holds every JSON value. */
  readonly name: ScalarName;
}
export interface ArrayType {
  readonly kind: 'array';
  readonly of: Type;
}
/** Written as an array; what stands in it twice counts once. */
export interface SetType {
  readonly kind: 'set';
  readonly of: Type;
}
export interface MapType {
  readonly kind: 'map';
  readonly key: Type;
  readonly value: Type;
}
/** A struct, enum or tagged enum of the same schema, by its name. */
export interface RefType {
  readonly kind: 'ref';
  readonly name: string;
}
/** The ways in which a type that looks at the value itself reads and writes it. */
export type CustomForm =
  | 'file-contents'
  | 'string-list'
  | 'environment'
  | 'labels'
  | 'signal-labels'
  | 'conversions'
  | 'item-or-list'
  | 'image-registry'
  | 'env-file'
  | 'file-dependency'
  | 'permission'
  | 'version';

/** A type that looks at the value itself and takes it in several forms. */
export interface CustomType {
  readonly kind: 'custom';
  readonly form: CustomForm;
  /** Core's own words for what it hopes to find. */
  readonly expecting: string;
  /** What an array of it holds. */
  readonly item?: Type;
  /** The struct that a table of it must be. */
  readonly table?: string;
}
export type Type = ScalarType | ArrayType | SetType | MapType | RefType | CustomType;

export interface Field {
  /** The name that Core writes and that its errors show. */
  readonly name: string;
  /** Other names that Core reads. */
  readonly aliases: readonly string[];
  /** The name that people write, where it is an alias (`stack` for `stacks`, `server` for `server_id`). */
  readonly preferred?: string;
  readonly required: boolean;
  readonly type: Type;
  /** What holds where the field is not given; null is "nothing". Required fields have none. */
  readonly default?: FactValue;
  /** Core leaves the field out when it writes the default. */
  readonly defaultIsNotWritten?: boolean;
  /** Core reads it and keeps it to itself. */
  readonly isNeverWritten?: boolean;
}

export interface StructDefinition {
  readonly kind: 'struct';
  readonly name: string;
  /** The type whose fields are all given, where this is the partial one of a config (`StackConfig`). */
  readonly full?: string;
  readonly fields: readonly Field[];
  /** The fields by every name that Core reads, aliases included. */
  readonly byName: ReadonlyMap<string, Field>;
}

export interface Variant {
  readonly name: string;
  readonly aliases: readonly string[];
}
export interface EnumDefinition {
  readonly kind: 'enum';
  readonly name: string;
  readonly variants: readonly Variant[];
  /** The variants by every name that Core reads, in the order in which its errors list them. */
  readonly byName: ReadonlyMap<string, Variant>;
}

export interface TaggedVariant {
  readonly name: string;
  readonly content: Type;
}
/** `{ <tag> = "Variant", <content> = … }`. */
export interface TaggedDefinition {
  readonly kind: 'tagged';
  readonly name: string;
  readonly tag: string;
  readonly content: string;
  readonly variants: readonly TaggedVariant[];
  readonly byName: ReadonlyMap<string, TaggedVariant>;
}
export type Definition = StructDefinition | EnumDefinition | TaggedDefinition;

export interface Schema {
  /** The version these facts were taken from, e.g. `2.1.1` for a Core 2.1.2. */
  readonly version: string;
  /** The version of TOML that it reads its files as. */
  readonly toml: '1.0' | '1.1';
  readonly types: ReadonlyMap<string, Definition>;
  /** `ResourcesToml`: a whole resource file. */
  readonly root: StructDefinition;
}
