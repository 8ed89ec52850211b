import { compareVersions, type Schema, schemaFor } from '../schema/index.ts';
import type { Block, Datum, TomlData } from '../toml/index.ts';
import { toml } from './format.ts';
import { readingBefore119, readingSince119, tableFromToml } from './fromToml.ts';
import type { GivenEntry, GivenTable } from './given.ts';
import { isObject, type JsonObject } from './json.ts';
import { excess, tooBigBefore119, within } from './numbers.ts';
import type { Problem } from './problem.ts';
import { readStruct } from './readStruct.ts';
import { readType } from './readType.ts';
import { findResources, type ResourceNode } from './resource.ts';
import { droppedSwarms } from './rules/droppedSwarms.ts';
import { judge } from './rules/index.ts';
import { refuseType, type Walk } from './walk.ts';

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
  const root = tableFromToml(data.root, isBefore119 ? readingBefore119 : readingSince119);
  const problems = syntaxProblems(data, root);
  if (isBefore119) problems.push(...tooBigBefore119(root));
  const blocks = new Map<Datum, JsonObject>();
  const walk: Walk = {
    schema,
    format: toml,
    owners: [],
    read(inner, type, given) {
      const value = readType(inner, type, given);
      if (inner.owners.length === 1 && given.datum && isObject(value))
        blocks.set(given.datum, value);
      return value;
    },
    tell: (problem) => problems.push(problem),
    passOver,
  };
  // Core points at the start of the file for what is wrong with the file as a whole.
  const file: GivenTable = { kind: 'table', entries: root.entries };
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

/** What TOML forbids, but for numbers that are too big: those are told when the value is read, as Core does. */
function syntaxProblems({ problems }: TomlData, root: GivenTable): Problem[] {
  if (problems.length === 0) return [];
  const tooBig = new Map<Block, Set<number>>();
  for (const given of within(root)) {
    if (!given.place || excess(given) === undefined) continue;
    const { block, start } = given.place;
    tooBig.set(block, (tooBig.get(block) ?? new Set()).add(start));
  }
  return problems
    .filter(({ place }) => !tooBig.get(place.block)?.has(place.start))
    .map(({ message, place, related }) => ({
      code: 'toml-syntax',
      class: 'rejected',
      message,
      place,
      corePlace: place,
      ...(related && { related }),
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
