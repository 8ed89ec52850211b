import { availability, type EnumDefinition, type TaggedDefinition } from '../schema/index.ts';
import type { Place } from '../toml/index.ts';
import { isHalfTyped, type Given } from './given.ts';
import { oneOf } from './rustText.ts';
import { similarNames } from './similarNames.ts';
import { refuse, refused, type Refused, type Walk } from './walk.ts';

export function enumOf({ schema }: Walk, name: string): EnumDefinition {
  return schema.types.get(name) as EnumDefinition;
}

/** Reads the name of a variant that holds nothing; the name that Core writes for it. */
export function readEnum(
  walk: Walk,
  definition: EnumDefinition | TaggedDefinition,
  given: Given,
): string | Refused {
  if (isHalfTyped(given)) return refused;
  if (given.kind === 'string') return variantNamed(walk, definition, given.value, given);
  const message = walk.format.noVariant(given);
  if (message !== undefined) return refuse(walk, given, 'wrong-type', message);
  return variantAsKey(walk, definition, given);
}

/** serde also takes `{ Cron = {} }` for `"Cron"`. */
function variantAsKey(
  walk: Walk,
  definition: EnumDefinition | TaggedDefinition,
  given: Given,
): string | Refused {
  const entry = given.kind === 'table' ? given.entries[0] : undefined;
  if (!entry) return refused;
  const variant = variantNamed(walk, definition, entry.name, { place: entry.key ?? given.place });
  if (variant === refused || isHalfTyped(entry.value)) return refused;
  const message = walk.format.noUnit(entry.value);
  return message === undefined ? variant : refuse(walk, entry.value, 'wrong-type', message);
}

/** The variant that a name or alias names. */
export function variantNamed(
  walk: Walk,
  { name: type, byName }: EnumDefinition | TaggedDefinition,
  name: string,
  written: { readonly place?: Place | undefined },
): string | Refused {
  const variant = byName.get(name);
  if (variant) return variant.name;
  const names = [...byName.keys()];
  const knownIn = availability(type, name);
  // A word of another version is no slip of the finger.
  const suggestions = knownIn ? [] : similarNames(name, names);
  const data = {
    ...(suggestions.length > 0 && { suggestions }),
    ...(knownIn && { knownIn: { name, ...knownIn } }),
  };
  return refuse(
    walk,
    written.place ? { place: written.place } : {},
    'unknown-variant',
    `unknown variant \`${name}\`, expected ${oneOf(names)}`,
    Object.keys(data).length > 0 ? { data } : {},
  );
}
