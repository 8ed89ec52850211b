import type { Position, Range } from 'vscode-languageserver';
import type { NameKind, NameUse } from '../../komodo/names/index.ts';
import type { Document } from '../workspace/document.ts';
import { definitionsIn, patternItemsIn, usesIn, type PatternItem } from '../workspace/names.ts';
import { resourceAt } from '../workspace/resourceAt.ts';
import { hasName, type Context } from './context.ts';

/** A name that stands at a position. */
export interface NameAt {
  /** What it names; more than one only where nobody has anything of that name. */
  readonly kinds: readonly NameKind[];
  readonly name: string;
  readonly range: Range;
  readonly isDefinition: boolean;
}

export function nameAt(
  document: Document,
  position: Position,
  context: Context,
): NameAt | undefined {
  const resource = resourceAt(document, context.schema, document.lines.offsetAt(position));
  if (!resource) return undefined;
  const definition = definitionsIn(document, resource).find(({ range }) => holds(range, position));
  if (definition) {
    const { kind, name, range } = definition;
    return { kinds: [kind], name, range, isDefinition: true };
  }
  const use = usesIn(document, resource).find(({ range }) => holds(range, position));
  if (!use) return undefined;
  return { ...use, kinds: kindsMeant(use, context), range: use.range, isDefinition: false };
}

/** The wildcard or regex at a position, or the name in a pattern. */
export function patternItemAt(
  document: Document,
  position: Position,
  { schema }: Context,
): PatternItem | undefined {
  const resource = resourceAt(document, schema, document.lines.offsetAt(position));
  const items = resource ? patternItemsIn(document, resource) : [];
  return items.find(({ range }) => holds(range, position));
}

/** The first kind that has something of the name, in the order in which Core looks for it; all where none has. */
export function kindsMeant(
  { kinds, name }: Pick<NameUse, 'kinds' | 'name'>,
  { index, core }: Pick<Context, 'index' | 'core'>,
): readonly NameKind[] {
  if (kinds.length === 1) return kinds;
  const known = kinds.find((kind) => {
    return index.definitionsOf(kind, name).length > 0 || (core && hasName(core, kind, name));
  });
  return known ? [known] : kinds;
}

function holds({ start, end }: Range, { line, character }: Position): boolean {
  const isBefore = line < start.line || (line === start.line && character < start.character);
  const isBehind = line > end.line || (line === end.line && character > end.character);
  return !isBefore && !isBehind;
}
