import { compareVersions, type Schema, schemaFor, type Type } from '../schema/index.ts';
import type { Datum, Entry, TomlData } from '../toml/index.ts';
import { toml } from './format.ts';
import { fileFromToml, readingBefore119, readingSince119, type TomlReading } from './fromToml.ts';
import type { Given, GivenEntry } from './given.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { excess, tooBigBefore119, within } from './numbers.ts';
import type { Problem } from './problem.ts';
import { readStruct } from './readStruct.ts';
import { readType } from './readType.ts';
import { resourcesUnder, type ResourceNode } from './resource.ts';
import { droppedSwarms } from './rules/droppedSwarms.ts';
import { judge } from './rules/index.ts';
import { type Refused, refuseType, type Walk } from './walk.ts';

export interface Resources {
  readonly schema: Schema;
  /** The blocks of the file, also of one that Core refuses, by kind. A list is the same one while none of it changes. */
  readonly byKind: readonly (readonly ResourceNode[])[];
  /** All of them. */
  readonly resources: readonly ResourceNode[];
  /**
   * Everything that is wrong. What Core refuses comes in Core's order, so the first `rejected` is the one that it tells;
   * what TOML forbids comes before all else.
   */
  readonly problems: readonly Problem[];
  /** The file as Core writes it; left out where Core refuses it. */
  readonly value?: JsonObject;
}

/**
 * Reads a resource file as the Core of a schema's version does, with all problems at once. A file that TOML forbids is
 * read as far as it can be, so that its blocks are found and what else is wrong is told.
 */
export function readResources(data: TomlData, schema: Schema = schemaFor()): Resources {
  const isBefore119 = compareVersions(schema.version, '1.19.0') < 0;
  const reading = isBefore119 ? readingBefore119 : readingSince119;
  // Core points at the start of the file for what is wrong with the file as a whole.
  const file = fileFromToml(data.root, reading);
  const problems = [...syntaxProblems(data, reading), ...conflictsInText(data)];
  if (isBefore119) problems.push(...tooBigBefore119(file));
  const walk: Walk = {
    schema,
    format: toml,
    owners: [],
    read(inner, type, given) {
      const isUnderRoot = inner.owners.length === 1 && given.datum?.kind !== 'scalar';
      if (!isUnderRoot || !given.datum) return readType(inner, type, given);
      const part = readPart(inner, type, given, given.datum);
      for (const problem of part.problems) problems.push(problem);
      return part.value;
    },
    tell: (problem) => problems.push(problem),
    passOver,
  };
  const value = readStruct(walk, schema.root, file);
  problems.push(...droppedSwarms(schema, file));
  const isRejected = problems.some((problem) => problem.class === 'rejected');
  const byKind = [...data.root.entries.values()].map((entry) => blocksUnder(entry, schema));
  return {
    schema,
    byKind,
    resources: byKind.flat(),
    problems,
    ...(isObject(value) && !isRejected && { value }),
  };
}

interface ReadPart {
  readonly schema: Schema;
  readonly type: Type;
  readonly value: Json | Refused;
  readonly problems: readonly Problem[];
}

/**
 * Reads a table or an array right under the root of a file, and the items of such an array. What not a character has
 * changed of is not read again: nothing but what stands in it decides what it is read as.
 */
function readPart(walk: Walk, type: Type, given: Given, datum: Datum): ReadPart {
  const { schema } = walk;
  const before = partsRead.get(datum);
  if (before?.schema === schema && before.type === type) return before;
  const problems: Problem[] = [];
  const tell = (problem: Problem) => problems.push(problem);
  const isArray = given.kind === 'array';
  const inside: Walk = { ...walk, read: isArray ? readItem : readType, tell };
  const part: ReadPart = { schema, type, value: readType(inside, type, given), problems };
  partsRead.set(datum, part);
  return part;

  function readItem(inner: Walk, itemType: Type, item: Given): Json | Refused {
    if (inner.owners.length !== 1 || item.datum?.kind !== 'table')
      return readType(inner, itemType, item);
    const block = readPart(inner, itemType, item, item.datum);
    for (const problem of block.problems) inner.tell(problem);
    return block.value;
  }
}

const partsRead = new WeakMap<Datum, ReadPart>();

/** The blocks under a key of the file's root, once they are read; Core does not read what stands there twice. */
function blocksUnder(entry: Entry, schema: Schema): readonly ResourceNode[] {
  const read = partsRead.get(entry.value);
  const before = blocksFound.get(entry.value);
  if (before?.schema === schema && before.read === read) return before.blocks;
  const blocks = resourcesUnder(entry, schema, (block) => {
    const part = partsRead.get(block);
    return part?.schema === schema && isObject(part.value) ? part.value : undefined;
  });
  blocksFound.set(entry.value, { schema, read, blocks });
  return blocks;
}

interface FoundBlocks {
  readonly schema: Schema;
  readonly read: ReadPart | undefined;
  readonly blocks: readonly ResourceNode[];
}

const blocksFound = new WeakMap<Datum, FoundBlocks>();

/** What TOML forbids, but for numbers that are too big where those are told when the value is read, as Core does. */
function syntaxProblems({ problems }: TomlData, reading: TomlReading): Problem[] {
  return problems
    .filter(({ isExcess }) => !(isExcess && reading.findsBigNumbersLate))
    .map(({ message, place, related, conflict }) => ({
      code: conflict ? 'merge-conflict' : 'toml-syntax',
      class: 'rejected',
      message,
      place,
      corePlace: conflict?.first ?? place,
      ...(related && { related }),
    }));
}

function conflictsInText({ conflictsInText: places }: TomlData): Problem[] {
  return places.map((place) => ({
    code: 'merge-conflict',
    class: 'surprising',
    message:
      'A merge conflict stands in this text: Core takes both sides for it, and the lines of <<<<<<<, ======= and >>>>>>> too.',
    place,
  }));
}

function passOver(walk: Walk, entry: GivenEntry): void {
  for (const given of within(entry.value, (each) => excess(each) !== undefined))
    refuseType(walk, given, 'anything');
  const owner = walk.owners.at(-1)!;
  const problem = entry.value.kind === 'broken' ? undefined : judge({ walk, owner, entry });
  if (problem) walk.tell(problem);
}
