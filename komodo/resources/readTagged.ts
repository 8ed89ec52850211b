import type { TaggedDefinition } from '../schema/index.ts';
import { buffered } from './format.ts';
import type { Given, GivenArray, GivenEntry, GivenTable } from './given.ts';
import { excess, fits64, within } from './numbers.ts';
import type { Json, JsonObject } from './json.ts';
import { readEnum, variantNamed } from './readEnum.ts';
import { readingAsOne, refuse, refused, type Refused, refuseType, type Walk } from './walk.ts';

/** Reads `{ type = "DeployStack", params = { … } }`. */
export function readTagged(
  walk: Walk,
  definition: TaggedDefinition,
  given: Given,
): JsonObject | Refused {
  if (given.kind === 'table') return fromTable(walk, definition, given);
  if (given.kind === 'array') return fromArray(readingAsOne(walk, given), definition, given);
  return refuseType(walk, given, expected(definition));
}

function expected({ name }: TaggedDefinition): string {
  return `adjacently tagged enum ${name}`;
}

function fromTable(
  walk: Walk,
  definition: TaggedDefinition,
  table: GivenTable,
): JsonObject | Refused {
  const owner = { definition, table, ...(walk.name !== undefined && { name: walk.name }) };
  const inside = { ...walk, owners: [...walk.owners, owner] };
  let variant: string | Refused | undefined;
  let value: JsonObject | Refused | undefined;
  let setAside: GivenEntry | undefined;
  const readFrom = (content: GivenEntry, as: Walk): JsonObject | Refused => {
    if (variant === undefined || variant === refused) return refused;
    const owners = [...walk.owners, { ...owner, variant }];
    return readContent({ ...as, owners, name: content.name }, definition, variant, content.value);
  };
  for (const entry of table.entries) {
    if (entry.name === definition.tag) {
      variant = readEnum({ ...inside, name: entry.name }, definition, entry.value);
      if (setAside) value = readFrom(setAside, setAsideIn(walk, table));
    } else if (entry.name !== definition.content) {
      walk.passOver(inside, entry);
    } else if (variant !== undefined) {
      value = readFrom(entry, walk);
    } else if (canBeSetAside(walk, entry.value)) {
      setAside = entry;
    } else {
      value = refused;
    }
  }
  if (variant === undefined) return missing(walk, table, definition.tag);
  return value ?? missing(walk, table, definition.content);
}

/** Reading what stands before its tag, and has been set aside until then. */
function setAsideIn(walk: Walk, { place }: GivenTable): Walk {
  if (walk.format.name !== 'toml') return walk;
  return { ...walk, format: buffered, within: walk.within ?? (place ? { corePlace: place } : {}) };
}

function missing(walk: Walk, table: GivenTable, field: string): Refused {
  return refuse(walk, table, 'missing-field', `missing field \`${field}\``, { data: { field } });
}

/** What is set aside until the type is known can hold no integer of more than 64 bits. */
function canBeSetAside(walk: Walk, given: Given): boolean {
  const [first] = within(given, isTooBig);
  if (first) refuseType(walk, first, 'any value');
  return !first;
}

const isTooBig = (given: Given): boolean =>
  (given.kind === 'integer' && !fits64(given.value)) || excess(given) !== undefined;

/** serde also takes an array of the tag and the content. */
function fromArray(
  walk: Walk,
  definition: TaggedDefinition,
  array: GivenArray,
): JsonObject | Refused {
  const [tag, content] = array.items;
  const variant = tag && readIdentifier(walk, definition, tag);
  if (variant === refused) return refused;
  if (variant === undefined || !content) {
    const length = tag ? 1 : 0;
    const message = `invalid length ${length}, expected ${expected(definition)}`;
    return refuse(walk, array, 'wrong-length', message);
  }
  const value = readContent(walk, definition, variant, content);
  const message = walk.format.tooLong(array, 2);
  return message === undefined ? value : refuse(walk, array, 'wrong-length', message);
}

/** In an array the tag may be the variant's position too, where serde is handed an integer without a sign. */
function readIdentifier(walk: Walk, definition: TaggedDefinition, given: Given): string | Refused {
  if (given.kind === 'string') return variantNamed(walk, definition, given.value, given);
  const least = walk.format.name === 'json' ? 0n : 2n ** 63n;
  if (given.kind !== 'integer' || given.value < least || !fits64(given.value))
    return refuseType(walk, given, 'variant identifier');
  const { variants } = definition;
  const variant = variants[Number(given.value)];
  if (variant) return variant.name;
  const wanted = `variant index 0 <= i < ${variants.length}`;
  const message = `invalid value: ${walk.format.found(given)}, expected ${wanted}`;
  return refuse(walk, given, 'unknown-variant', message);
}

function readContent(
  walk: Walk,
  { tag, content, byName }: TaggedDefinition,
  variant: string,
  given: Given,
): JsonObject | Refused {
  const value = walk.read(walk, byName.get(variant)!.content, given);
  if (value === refused) return refused;
  return new Map<string, Json>([
    [tag, variant],
    [content, value],
  ]);
}
