/**
 * The form in which the generated file holds the schemas of all versions: whatever two versions share stands there
 * once, and is named by its position in a list.
 */
import type { FactValue, Type, Variant } from './types.ts';

export interface PackedField {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly preferred?: string;
  readonly required?: true;
  /** Position in {@link Facts.types}. */
  readonly type: number;
  readonly default?: FactValue;
  readonly defaultIsNotWritten?: true;
  readonly isNeverWritten?: true;
}

export type PackedDefinition =
  | { readonly kind: 'struct'; readonly full?: string; readonly fields: readonly number[] }
  | { readonly kind: 'enum'; readonly variants: readonly (string | Variant)[] }
  | {
      readonly kind: 'tagged';
      readonly tag: string;
      readonly content: string;
      /** Name, and position of the content's type in {@link Facts.types}. */
      readonly variants: readonly (readonly [string, number])[];
    };

export interface Facts {
  /** Oldest first. */
  readonly versions: readonly string[];
  readonly types: readonly Type[];
  readonly fields: readonly PackedField[];
  readonly definitions: readonly PackedDefinition[];
  /** For each type's name: position of the version from which on, position of the definition that holds (null: gone). */
  readonly history: Readonly<Record<string, readonly (readonly [number, number | null])[]>>;
}
