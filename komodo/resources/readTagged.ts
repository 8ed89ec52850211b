import type { TaggedDefinition } from '../schema/index.ts';
import { buffered } from './format.ts';
import type { Given, GivenArray, GivenEntry, GivenTable } from './given.ts';
import { excess, fits64, within } from './numbers.ts';
import type { Json, JsonObject } from './json.ts';
import { readEnum, variantNamed } from './readEnum.ts';
import { refuse, refused, type Refused, refuseType, type Walk } from './walk.ts';

/** Reads `{ type = "DeployStack", params = { … } }`. */
export function readTagged(
  walk: Walk,
  definition: TaggedDefinition,
  given: Given,
): JsonObject | Refused {
  if (given.kind === 'table') return fromTable(walk, definition, given);
  if (given.kind === 'array') return fromArray(walk, definition, given);
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
  let [tag, content]: (GivenEntry | undefined)[] = [];
  let isContentFirst = false;
  for (const entry of table.entries) {
    if (entry.name === definition.tag) {
      tag = entry;
    } else if (entry.name === definition.content) {
      content = entry;
      isContentFirst = !tag;
    } else {
      walk.passOver(inside, entry);
    }
  }
  const isSetAside = content === undefined || !isContentFirst || canBeSetAside(walk, content.value);
  if (!tag) return missing(walk, table, definition.tag);
  const variant = readEnum({ ...inside, name: tag.name }, definition, tag.value);
  if (!content) return missing(walk, table, definition.content);
  if (variant === refused || !isSetAside) return refused;
  const corePlace = walk.within?.corePlace ?? table.place;
  const asContent = {
    ...walk,
    owners: [...walk.owners, { ...owner, variant }],
    name: content.name,
    ...(isContentFirst &&
      walk.format.name === 'toml' && {
        format: buffered,
        within: walk.within ?? (corePlace ? { corePlace } : {}),
      }),
  };
  return readContent(asContent, definition, variant, content.value);
}

function missing(walk: Walk, table: GivenTable, field: string): Refused {
  return refuse(walk, table, 'missing-field', `missing field \`${field}\``, { data: { field } });
}

/** What is set aside until the type is known can hold no integer of more than 64 bits. */
function canBeSetAside(walk: Walk, given: Given): boolean {
  for (const inner of within(given)) {
    const isTooBig = inner.kind === 'integer' && !fits64(inner.value);
    if (!isTooBig && excess(inner) === undefined) continue;
    refuseType(walk, inner, 'any value');
    return false;
  }
  return true;
}

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

function readIdentifier(walk: Walk, definition: TaggedDefinition, given: Given): string | Refused {
  return given.kind === 'string'
    ? variantNamed(walk, definition, given.value, given)
    : refuseType(walk, given, 'variant identifier');
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
