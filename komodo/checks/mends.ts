/** Changes that mend what rules find. */
import {
  pairAt,
  quotedFor,
  removalOf,
  spanOf,
  type Place,
  type StringNode,
  type TomlDocument,
} from '../toml/index.ts';
import type { Mend } from './finding.ts';

/** Writes a value that is no text in the place of another. */
export function writing(place: Place | undefined, text: string, title: string): readonly Mend[] {
  return place ? [{ title, edits: [{ place, text }] }] : [];
}

/**
 * Adds a pair to the table that has another one, right behind it.
 *
 * @param place in the other pair
 */
export function addingBeside(
  toml: TomlDocument,
  place: Place,
  name: string,
  value: string,
): readonly Mend[] {
  const found = pairAt(toml, spanOf(toml, place).start);
  if (!found) return [];
  const { pair, base, start, end, table } = found;
  const prefix = toml.text.slice(start, base + pair.key.parts.at(-1)!.start);
  const indentation = /[ \t]*$/.exec(toml.text.slice(base, start))![0];
  const text = `${table ? ', ' : `\n${indentation}`}${prefix}${name} = ${value}`;
  // A comment behind the other one stays there.
  const comment = table ? 0 : /^[^\r\n]*/.exec(toml.text.slice(end))![0].length;
  const offset = end + comment - base;
  const behind = { block: place.block, start: offset, end: offset };
  return [{ title: `Add \`${name} = ${value}\``, edits: [{ place: behind, text }] }];
}

/** Takes the pair of a key away. */
export function removingPair(toml: TomlDocument, key: Place, title: string): readonly Mend[] {
  const pair = pairAt(toml, spanOf(toml, key).start);
  if (!pair) return [];
  const { start, end } = removalOf(toml, pair);
  const place = { block: key.block, start: start - pair.base, end: end - pair.base };
  return [{ title, edits: [{ place, text: '' }] }];
}

/** `Did you mean \`web\`?`, to stand behind a sentence; nothing where no name is near. */
export function didYouMean([first]: readonly string[]): string {
  return first === undefined ? '' : ` Did you mean \`${first}\`?`;
}

/** Writes another text in the place of a string, with the quotes that it has if they can hold it. */
export function rewritingText(
  toml: TomlDocument,
  place: Place,
  value: string,
  title: string,
): readonly Mend[] {
  const span = spanOf(toml, place);
  const quote = /^(?:"""|'''|"|')/.exec(toml.text.slice(span.start, span.start + 3))?.[0];
  const text = quotedFor(toml, span, value, quote as StringNode['quote'] | undefined);
  return text === undefined ? [] : [{ title, edits: [{ place, text }] }];
}
