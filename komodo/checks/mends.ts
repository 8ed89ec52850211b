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

/** Takes the pair of a key away. */
export function removingPair(toml: TomlDocument, key: Place, title: string): readonly Mend[] {
  const { start: at } = spanOf(toml, key);
  const pair = pairAt(toml, at);
  if (!pair) return [];
  const { start, end } = removalOf(toml, pair);
  const base = at - key.start;
  const place = { block: key.block, start: start - base, end: end - base };
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
