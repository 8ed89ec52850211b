/** Mends that write names in the place of an item of a pattern. */
import type { WrittenPattern } from '../names/index.ts';
import { readPattern, type PatternItem } from '../patterns/index.ts';
import type { TomlDocument } from '../toml/index.ts';
import type { Mend } from './finding.ts';
import { rewritingText } from './mends.ts';

/** As many names a person may still want to see in the place of a pattern. */
const MOST_NAMES = 20;

/** Writes names for an item; nothing where they are too many, or a list cannot hold one of them. */
export function naming(
  names: readonly string[],
  { pattern, place }: WrittenPattern,
  { start, end }: PatternItem,
  toml: TomlDocument,
): readonly Mend[] {
  const list = names.join(', ');
  const read = readPattern(list, 'batch').items.map(({ onlyName }) => onlyName);
  const isSame = read.length === names.length && read.every((name, at) => name === names[at]);
  if (names.length === 0 || names.length > MOST_NAMES || !isSame) return [];
  const text = pattern.text.slice(0, start) + list + pattern.text.slice(end);
  return rewritingText(toml, place, text, `Write \`${list}\``);
}
