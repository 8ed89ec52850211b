/** Which versions of Komodo have a type, or a name in it. */
import type { PackedDefinition } from './facts.ts';
import { facts, knownVersions, packedAt } from './schema.ts';

export interface Availability {
  /** The first version that has it; left out where the oldest known version does. */
  readonly first?: string;
  /** The last version that has it; left out where the newest known version does. */
  readonly last?: string;
}

/**
 * Since when, and until when, Komodo has a type (`MaintenanceWindow`) or, with `name`, a key, variant or execution of
 * it, aliases included (`PartialStackConfig`, `additional_env_files`; `Execution`, `SendAlert`; `ResourcesToml`, `swarm`).
 * Undefined where no known version has it.
 */
export function availability(type: string, name?: string): Availability | undefined {
  const has = knownVersions.map((_, version) => {
    const definition = packedAt(type, version);
    return definition !== null && (name === undefined || namesIn(definition).has(name));
  });
  const [first, last] = [has.indexOf(true), has.lastIndexOf(true)];
  if (first < 0) return undefined;
  return {
    ...(first > 0 && { first: knownVersions[first]! }),
    ...(last < knownVersions.length - 1 && { last: knownVersions[last]! }),
  };
}

const names = new Map<PackedDefinition, ReadonlySet<string>>();

function namesIn(definition: PackedDefinition): ReadonlySet<string> {
  let found = names.get(definition);
  if (!found) {
    found = new Set(listNames(definition));
    names.set(definition, found);
  }
  return found;
}

function listNames(definition: PackedDefinition): string[] {
  switch (definition.kind) {
    case 'struct':
      return definition.fields.flatMap((position) => {
        const field = facts.fields[position]!;
        return [field.name, ...(field.aliases ?? [])];
      });
    case 'enum':
      return definition.variants.flatMap((variant) =>
        typeof variant === 'string' ? [variant] : [variant.name, ...variant.aliases],
      );
    case 'tagged':
      return definition.variants.map(([variant]) => variant);
  }
}
