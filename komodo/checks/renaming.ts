/** Mends that write another name. */
import { scriptNamesOf, usesOf, type NameKind } from '../names/index.ts';
import type { ResourceNode } from '../resources/index.ts';
import type { Place, TomlDocument } from '../toml/index.ts';
import type { Mend } from './finding.ts';

/**
 * Writes another name where one stands; nothing where the new one could not stand between any quotes as it is.
 *
 * @param place the old name, without quotes
 */
export function changingTo(name: string, place: Place): Mend[] {
  return isPlain(name) ? [{ title: `Change to \`${name}\``, edits: [{ place, text: name }] }] : [];
}

/**
 * Writes another name where one is defined, and where the file uses it.
 *
 * @param place where the old one is defined, without quotes
 * @param blocks all of the file
 */
export function changingEverywhere(
  { kind, name, place }: { readonly kind: NameKind; readonly name: string; readonly place: Place },
  newName: string,
  blocks: readonly ResourceNode[],
  toml: TomlDocument,
): Mend[] {
  if (!isPlain(newName)) return [];
  const uses = blocks
    .flatMap((block) => [...usesOf(block, toml), ...scriptNamesOf(block, toml).uses])
    .filter((use) => use.name === name && use.kinds.includes(kind) && !use.unsure);
  if (uses.length === 0) return changingTo(newName, place);
  const edits = [place, ...uses.map((use) => use.place)].map((each) => {
    return { place: each, text: newName };
  });
  return [{ title: `Change to \`${newName}\` here and where it is used`, edits }];
}

function isPlain(name: string): boolean {
  return name !== '' && !/["'\\\p{Cc}]/u.test(name);
}
