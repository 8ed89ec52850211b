import { isAboutToml, type Problem } from '../resources/index.ts';
import { type Span, spanOf, type TomlDocument } from '../toml/index.ts';
import type { Finding } from './finding.ts';

/**
 * What is found in a file, without what stands in a piece of it that is no TOML: there it is a guess what is read, and of
 * a merge conflict both sides are.
 */
export function withoutGuesses(
  problems: readonly Problem[],
  found: readonly Finding[],
  toml: TomlDocument,
): readonly Finding[] {
  const told = new Set<Finding>(problems.filter(isAboutToml));
  if (told.size === 0) return found;
  const unreadable = [...told].flatMap(({ place }) => (place ? [spanOf(toml, place)] : []));
  return found.filter((finding) => {
    if (told.has(finding) || !finding.place) return true;
    const { start, end } = spanOf(toml, finding.place);
    return !unreadable.some((piece: Span) => piece.start < end && start < piece.end);
  });
}
