/** From a name to where it is defined and to where it is used, over all files of the workspace. */
import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type Position,
} from 'vscode-languageserver';
import { picked } from '../../komodo/checks/index.ts';
import type { Document } from '../workspace/document.ts';
import type { PatternItem } from '../workspace/names.ts';
import { isId, itemOf, type Context } from './context.ts';
import { kindsMeant, nameAt, patternItemAt, type NameAt } from './nameAt.ts';

/**
 * Where the name at a position is defined, or all that the wildcard or regex there picks. A tag is defined nowhere: it
 * leads to itself, which editors take for a wish to see where it is used.
 */
export function definitions(
  document: Document,
  position: Position,
  context: Context,
): readonly Location[] {
  const name = nameAt(document, position, context);
  if (name?.kinds[0] === 'tag') return [{ uri: document.uri, range: name.range }];
  if (name) return definitionsOf(byName(name, context), context);
  const item = patternItemAt(document, position, context);
  return item ? definitionsOfPicked(item, context) : [];
}

/** The name of what is called by Core's id. */
function byName(
  { kinds, name }: Pick<NameAt, 'kinds' | 'name'>,
  { core }: Context,
): Pick<NameAt, 'kinds' | 'name'> {
  const known = isId(name) ? kinds.flatMap((kind) => itemOf(core, kind, name) ?? [])[0] : undefined;
  return { kinds, name: known?.name ?? name };
}

function definitionsOf(
  { kinds, name }: Pick<NameAt, 'kinds' | 'name'>,
  { index }: Context,
): Location[] {
  return kinds.flatMap((kind) =>
    index.definitionsOf(kind, name).map(({ uri, range }) => ({ uri, range })),
  );
}

function definitionsOfPicked({ kind, pattern, item }: PatternItem, context: Context): Location[] {
  const matches = picked({ kind, pattern }, context.workspace, context.engine).items[item];
  return (matches?.names ?? []).flatMap((name) => definitionsOf({ kinds: [kind], name }, context));
}

/** Where the name at a position is used, and where it is defined if that is asked for too. */
export function references(
  document: Document,
  position: Position,
  context: Context,
  withDefinitions: boolean,
): readonly Location[] {
  const name = nameAt(document, position, context);
  if (!name) return [];
  return [...(withDefinitions ? definitionsOf(name, context) : []), ...usesOf(name, context)];
}

/** All places where a name is meant but those that define it. */
export function usesOf(
  { kinds, name }: Pick<NameAt, 'kinds' | 'name'>,
  context: Context,
): Location[] {
  const found = kinds.flatMap((kind) =>
    context.index
      .usesOf(kind, name)
      .filter(({ use }) => kindsMeant(use, context).includes(kind))
      .map(({ uri, use }) => ({ uri, range: use.range })),
  );
  // Where several kinds can be meant a use stands there once for each.
  return kinds.length < 2 ? found : found.filter(isFirstOfItsPlace);
}

/** How often a name is used, without looking for where. */
export function useCount(
  { kinds, name }: Pick<NameAt, 'kinds' | 'name'>,
  context: Context,
): number {
  const counts = kinds.map((kind) => {
    const uses = context.index.usesOf(kind, name);
    return uses.filter(({ use }) => kindsMeant(use, context).includes(kind)).length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function isFirstOfItsPlace({ uri, range }: Location, index: number, all: readonly Location[]) {
  const isSame = (other: Location) =>
    other.uri === uri &&
    other.range.start.line === range.start.line &&
    other.range.start.character === range.start.character;
  return all.findIndex(isSame) === index;
}

/** All places of the name at a position in its own file. */
export function highlights(
  document: Document,
  position: Position,
  context: Context,
): DocumentHighlight[] {
  const name = nameAt(document, position, context);
  if (!name) return [];
  const isHere = ({ uri }: Location) => uri === document.uri;
  return [
    ...definitionsOf(name, context)
      .filter(isHere)
      .map(({ range }) => ({ range, kind: DocumentHighlightKind.Write })),
    ...usesOf(name, context)
      .filter(isHere)
      .map(({ range }) => ({ range, kind: DocumentHighlightKind.Read })),
  ];
}
