/** Wildcards and regexes for which a new name makes a difference. */
import type { NameKind } from '../../komodo/names/index.ts';
import { matchPattern, type Pattern, type PatternMode } from '../../komodo/patterns/index.ts';
import type { Context } from './context.ts';
import type { RenamePlace } from './rename.ts';
import type { Note } from './renameNotes.ts';

/**
 * The items of patterns that pick a name and would not pick the new one, or the other way round. Nobody can tell what
 * they should say then; to a list the new name is offered to be added. A pattern that picks both, or has the name in it
 * besides, goes on to pick it and needs no look.
 *
 * @param noteOn why an item is to be looked at; without a note it is none of the answer
 */
export function itemsToReview(
  kind: NameKind,
  name: string,
  newName: string,
  { index, engine }: Context,
  noteOn: (change: Change, mode: PatternMode) => Note | undefined,
): RenamePlace[] {
  const known = new Map<string, readonly (Change | undefined)[]>();
  return index.patternItemsOf(kind).flatMap(({ uri, item: { pattern, item, range } }) => {
    const key = `${pattern.mode} ${pattern.text}`;
    const changes = known.get(key) ?? changesIn(pattern, name, newName, engine);
    known.set(key, changes);
    const change = changes[item];
    const note = change && noteOn(change, pattern.mode);
    if (!note) return [];
    const canBeAdded = change === 'loses' && pattern.mode === 'batch';
    const written = canBeAdded ? 'beside' : 'nowhere';
    return [{ uri, range, where: 'pattern', note, written }];
  });
}

/** Whether an item loses the name, or gains the new one. */
export type Change = 'loses' | 'gains';

/** What becomes of each item of a pattern; undefined where nothing changes. */
function changesIn(
  pattern: Pattern,
  name: string,
  newName: string,
  engine: Context['engine'],
): readonly (Change | undefined)[] {
  const { items } = matchPattern(pattern, [name, newName], engine);
  const picks = items.map(({ item, names }) => {
    // Names are changed with the rest.
    const isName = item.onlyName === name;
    return { before: names.includes(name), after: isName || names.includes(newName) };
  });
  const before = picks.some((pick) => pick.before);
  const after = picks.some((pick) => pick.after);
  return picks.map((pick) => {
    if (before === after || pick.before === pick.after) return undefined;
    return before ? 'loses' : 'gains';
  });
}
