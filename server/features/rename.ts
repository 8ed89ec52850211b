/** Gives something another name, wherever it is called by it. */
import type { Position, Range } from 'vscode-languageserver';
import { storedName, whyRefused, type NameKind } from '../../komodo/names/index.ts';
import type { Document } from '../workspace/document.ts';
import { fileName } from './fileName.ts';
import { hasName, inWords, oneOf, type Context } from './context.ts';
import { kindsMeant, nameAt, patternItemAt, type NameAt } from './nameAt.ts';
import type { Where } from './nameWriting.ts';
import { notes, type Note } from './renameNotes.ts';
import { itemsToReview } from './renamePatterns.ts';

/** A place where the name is to be written, or looked at by a person. */
export interface RenamePlace {
  readonly uri: string;
  readonly range: Range;
  readonly where: Where;
  /** Why a person has to look at it first; left out where there is no doubt. */
  readonly note?: Note;
  /**
   * Left out where the new name takes the place of what stands there. `beside`: it is offered to be written behind it, as
   * one more item of a list. `nowhere`: the place is shown only.
   */
  readonly written?: 'beside' | 'nowhere';
}

export interface Renaming {
  readonly newName: string;
  readonly places: readonly RenamePlace[];
  /** What a person should know that no place in a file shows. */
  readonly remarks: readonly string[];
}

/** Why there is nothing to be renamed, or not like this: a sentence. */
export interface Refusal {
  readonly refused: string;
}

/** The name at a position, as it is before it is renamed. */
export function renameable(
  document: Document,
  position: Position,
  context: Context,
): { readonly range: Range; readonly placeholder: string } | Refusal {
  const name = nameAt(document, position, context);
  if (name) return { range: name.range, placeholder: name.name };
  const item = patternItemAt(document, position, context);
  const what = item && inWords(item.kind);
  return {
    refused: item
      ? `This picks ${what}s by a pattern: rename one where it is defined.`
      : 'No name of a resource, tag or Variable stands here.',
  };
}

/**
 * Renames what stands at a position.
 *
 * @param isStored the new name is the one that Core keeps it under already: then Core has it, and patterns pick that
 */
export function renaming(
  document: Document,
  position: Position,
  newName: string,
  context: Context,
  isStored = false,
): Renaming | Refusal {
  const name = nameAt(document, position, context);
  if (!name) return { refused: 'No name of a resource, tag or Variable stands here.' };
  if (name.name === newName) return { newName, places: [], remarks: [] };
  const refused = whyNot(name.kinds[0]!, newName, context);
  if (refused !== undefined) return { refused };
  const uri = document.uri;
  const here = { uri, range: name.range };
  const taken = takenBy(name.kinds, newName, isStored ? { ...context, core: null } : context);
  const places = [
    ...definitionPlaces(name, here, context),
    ...usePlaces(name, context),
    ...context.index.literalsOf(name.name).map(({ uri: file, literal }): RenamePlace => ({
      uri: file,
      range: literal.range,
      where: 'script',
      note: notes.literal(name.name),
    })),
  ].map((place) => (taken ? { note: taken, ...place } : place));
  const review = name.kinds.flatMap((kind) =>
    itemsToReview(kind, name.name, newName, context, (change, mode) => {
      if (change === 'gains') return isStored ? undefined : notes.newly(kind, name.name, newName);
      if (mode === 'group') return notes.dropped(kind, name.name, newName);
      return (isStored ? notes.misses : notes.noLonger)(kind, name.name, newName);
    }),
  );
  return { newName, places: [...places, ...review], remarks: remarksOn(name, newName, context) };
}

/** Why Core would not have it under this name. */
function whyNot(kind: NameKind, newName: string, { schema }: Context): string | undefined {
  const refused = whyRefused(kind, newName);
  if (refused !== undefined) return `Core refuses \`${newName}\`: ${refused}.`;
  const stored = storedName(kind, newName, schema.version);
  if (stored === newName) return undefined;
  if (stored === '')
    return `Core can't call ${oneOf(kind)} \`${newName}\`: it needs a letter or digit.`;
  return `Core would call the ${inWords(kind)} \`${stored}\` and not \`${newName}\`: type \`${stored}\`.`;
}

function takenBy(
  kinds: readonly NameKind[],
  newName: string,
  { index, workspace, core }: Context,
): Note | undefined {
  for (const kind of kinds) {
    const [other] = index.definitionsOf(kind, newName);
    if (other) return notes.taken(kind, newName, fileName(other.uri));
    const where = [workspace, core].find((names) => names && hasName(names, kind, newName));
    if (where) return notes.taken(kind, newName, where.label);
  }
  return undefined;
}

/** All that define it; of several, those that the person does not stand at are theirs to judge. */
function definitionPlaces(
  { kinds, name, isDefinition }: NameAt,
  here: { readonly uri: string; readonly range: Range },
  { index }: Context,
): RenamePlace[] {
  return kinds.flatMap((kind) =>
    index.definitionsOf(kind, name).map(({ uri, range }): RenamePlace => {
      const isOther = isDefinition && !isSamePlace({ uri, range }, here);
      return { uri, range, where: 'definition', ...(isOther && { note: notes.twin(kind, name) }) };
    }),
  );
}

function isSamePlace(
  a: { readonly uri: string; readonly range: Range },
  b: { readonly uri: string; readonly range: Range },
): boolean {
  const [start, other] = [a.range.start, b.range.start];
  return a.uri === b.uri && start.line === other.line && start.character === other.character;
}

function usePlaces({ kinds, name, isDefinition }: NameAt, context: Context): RenamePlace[] {
  return kinds.flatMap((kind) => {
    const isDoubled = isDefinition && context.index.definitionsOf(kind, name).length > 1;
    return context.index
      .usesOf(kind, name)
      .filter(({ use }) => kindsMeant(use, context)[0] === kind)
      .map(({ uri, use }): RenamePlace => {
        const note = use.unsure
          ? notes.made(kind, name)
          : isDoubled
            ? notes.ofTwin(kind, name)
            : undefined;
        return { uri, range: use.range, where: use.in, ...(note && { note }) };
      });
  });
}

function remarksOn(
  { kinds: [kind], name }: NameAt,
  newName: string,
  { core, index }: Context,
): string[] {
  const what = inWords(kind!);
  if (core?.source === 'core' && hasName(core, kind!, name)) {
    return [
      `${core.label} still has the ${what} \`${name}\`: rename it there too, or the next sync makes \`${newName}\` anew.`,
    ];
  }
  if (kind === 'tag' || index.definitionsOf(kind!, name).length > 0) return [];
  return [`No file defines the ${what} \`${name}\`: only what speaks of it was changed.`];
}
