import { compareVersions, type Schema, schemaFor, type Type } from '../schema/index.ts';
import type { Datum, TableDatum, TomlData } from '../toml/index.ts';
import { toml } from './format.ts';
import { fileFromToml, readingBefore119, readingSince119, type TomlReading } from './fromToml.ts';
import type { Given, GivenEntry } from './given.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { excess, tooBigBefore119, within } from './numbers.ts';
import type { Problem } from './problem.ts';
import { readStruct } from './readStruct.ts';
import { readType } from './readType.ts';
import { findResources, type ResourceNode } from './resource.ts';
import { droppedSwarms } from './rules/droppedSwarms.ts';
import { judge } from './rules/index.ts';
import { type Refused, refuseType, type Walk } from './walk.ts';

export interface Resources {
  readonly schema: Schema;
  /** The blocks of the file, also of one that Core refuses. */
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
  const blocks = new Map<Datum, JsonObject>();
  const walk: Walk = {
    schema,
    format: toml,
    owners: [],
    read(inner, type, given) {
      if (inner.owners.length !== 1 || given.datum?.kind !== 'table')
        return readType(inner, type, given);
      const block = readBlock(inner, type, given, given.datum);
      for (const problem of block.problems) problems.push(problem);
      if (isObject(block.value)) blocks.set(given.datum, block.value);
      return block.value;
    },
    tell: (problem) => problems.push(problem),
    passOver,
  };
  const value = readStruct(walk, schema.root, file);
  problems.push(...droppedSwarms(schema, file));
  const isRejected = problems.some((problem) => problem.class === 'rejected');
  return {
    schema,
    resources: findResources(data.root, schema, (block) => blocks.get(block)),
    problems,
    ...(isObject(value) && !isRejected && { value }),
  };
}

interface ReadBlock {
  readonly schema: Schema;
  readonly type: Type;
  readonly value: Json | Refused;
  readonly problems: readonly Problem[];
}

/**
 * Reads a table right under the root of a file. One of which not a character has changed is not read again: nothing but
 * what stands in it decides what it is read as.
 */
function readBlock(walk: Walk, type: Type, given: Given, datum: TableDatum): ReadBlock {
  const { schema } = walk;
  const before = blocksRead.get(datum);
  if (before?.schema === schema && before.type === type) return before;
  const problems: Problem[] = [];
  const inside: Walk = { ...walk, read: readType, tell: (problem) => problems.push(problem) };
  const block: ReadBlock = { schema, type, value: readType(inside, type, given), problems };
  blocksRead.set(datum, block);
  return block;
}

const blocksRead = new WeakMap<TableDatum, ReadBlock>();

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
  for (const given of within(entry.value))
    if (excess(given) !== undefined) refuseType(walk, given, 'anything');
  const owner = walk.owners.at(-1)!;
  const isHalfTyped = entry.value.kind === 'broken';
  const problem = isHalfTyped ? undefined : judge({ walk, owner, entry });
  if (problem) walk.tell(problem);
}
