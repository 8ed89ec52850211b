/** The facts of one version, put together from what all versions share. */
import type { Facts, PackedDefinition, PackedField } from './facts.ts';
import generated from './generated/facts.json';
import type { Definition, Field, Schema, StructDefinition, Variant } from './types.ts';
import { compareVersions, isVersion } from './version.ts';

export const facts = generated as unknown as Facts;

/** The versions whose facts are known, oldest first. */
export const knownVersions: readonly string[] = facts.versions;
export const newestVersion: string = knownVersions.at(-1)!;

const fieldsOf = facts.fields.map(fieldOf);
const schemas = new Map<number, Schema>();

/**
 * The facts for a Core: those of the newest known version that is not newer than it. A Core older than all of them gets
 * the oldest; no version, or a text that is none, gets the newest.
 */
export function schemaFor(core?: string): Schema {
  const wanted = core !== undefined && isVersion(core) ? core : newestVersion;
  const position = Math.max(
    0,
    knownVersions.findLastIndex((known) => compareVersions(known, wanted) <= 0),
  );
  let schema = schemas.get(position);
  if (!schema) {
    schema = unpacked(position);
    schemas.set(position, schema);
  }
  return schema;
}

/** The packed definition that a type has in the version at a position; null where that version lacks the type. */
export function packedAt(type: string, version: number): PackedDefinition | null {
  const step = facts.history[type]?.findLast(([since]) => since <= version);
  const definition = step?.[1] ?? null;
  return definition === null ? null : facts.definitions[definition]!;
}

/** Cores before 2.0 read TOML 1.0. */
function tomlOf(version: string): Schema['toml'] {
  return compareVersions(version, '2.0.0') < 0 ? '1.0' : '1.1';
}

function unpacked(position: number): Schema {
  const version = knownVersions[position]!;
  const types = new Map<string, Definition>();
  for (const name of Object.keys(facts.history)) {
    const definition = packedAt(name, position);
    if (definition) types.set(name, definitionOf(name, definition));
  }
  const root = types.get('ResourcesToml') as StructDefinition;
  return { version, toml: tomlOf(version), types, root };
}

function fieldOf(packed: PackedField): Field {
  const { aliases = [], required = false } = packed;
  return { ...packed, aliases, required, type: facts.types[packed.type]! };
}

function definitionOf(name: string, packed: PackedDefinition): Definition {
  switch (packed.kind) {
    case 'struct': {
      const fields = packed.fields.map((position) => fieldsOf[position]!);
      return { ...packed, name, fields, byName: byEveryName(fields) };
    }
    case 'enum': {
      const variants = packed.variants.map((variant) =>
        typeof variant === 'string' ? { name: variant, aliases: [] } : variant,
      );
      return { ...packed, name, variants, byName: byEveryNameSorted(variants) };
    }
    case 'tagged': {
      const variants = packed.variants.map(([variant, type]) => ({
        name: variant,
        content: facts.types[type]!,
      }));
      const byName = new Map(variants.map((variant) => [variant.name, variant]));
      return { ...packed, name, variants, byName };
    }
  }
}

function byEveryName(fields: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(
    fields.flatMap((field) => [field.name, ...field.aliases].map((name) => [name, field])),
  );
}

/** serde lists the names of a variant sorted, so an alias may stand before the name. */
function byEveryNameSorted(variants: readonly Variant[]): ReadonlyMap<string, Variant> {
  return new Map(
    variants.flatMap((variant) =>
      [variant.name, ...variant.aliases].sort().map((name) => [name, variant]),
    ),
  );
}
