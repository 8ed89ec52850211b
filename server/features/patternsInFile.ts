/** The patterns of Batch executions in a file, and what they pick. */
import type { Inventory, ResourceKind } from '../../komodo/inventory/inventory.ts';
import {
  matchPattern,
  readPattern,
  type Pattern,
  type PatternMatches,
} from '../../komodo/patterns/index.ts';
import { stagesOf, textOf, type PlacedText } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import { stringMap, type Place, type Span } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import { kindOfBatch } from '../workspace/names.ts';
import { itemsOf, type Context } from './context.ts';

export interface PatternInFile {
  /** What it picks from. */
  readonly kind: ResourceKind;
  readonly pattern: Pattern;
  /** The string that holds it. */
  readonly place: Place;
}

export function patternsInFile(document: Document, schema: Schema): readonly PatternInFile[] {
  return document
    .resources(schema)
    .resources.flatMap(stagesOf)
    .flatMap(({ executions }) => executions)
    .flatMap(({ type, params }) => {
      const kind = type && kindOfBatch(type.text, schema);
      const text = textOf(params.find(({ name }) => name === 'pattern')?.entry.value);
      return kind && text ? [{ kind, ...patternOf(text) }] : [];
    });
}

function patternOf({ text, place }: PlacedText): Omit<PatternInFile, 'kind'> {
  return { pattern: readPattern(text, 'batch'), place };
}

/** The pattern whose string stands at an offset, or ends there. */
export function patternAt(
  document: Document,
  offset: number,
  schema: Schema,
): PatternInFile | undefined {
  return patternsInFile(document, schema).find(({ place }) => {
    const { start, end } = document.spanOf(place);
    return start <= offset && offset <= end;
  });
}

/** What a pattern picks of the names in an inventory. */
export function picked(
  { kind, pattern }: PatternInFile,
  inventory: Inventory,
  { engine }: Context,
): PatternMatches {
  const names = itemsOf(inventory, kind).map((item) => item.name);
  return matchPattern(pattern, names, engine);
}

/** Where a part of the pattern is written. */
export function placeOf(document: Document, { place }: PatternInFile, part: Span): Place {
  const { start, end } = stringMap(document.toml, place).sourceOf(part);
  const base = document.startOf(place.block);
  return { block: place.block, start: start - base, end: end - base };
}
