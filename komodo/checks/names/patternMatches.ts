import type { WrittenPattern } from '../../names/index.ts';
import { problemText, type ItemMatches, type PatternProblem } from '../../patterns/index.ts';
import { placeWithin, spanOf, type Place, type TomlDocument } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import { missing } from '../lookUp.ts';
import { didYouMean } from '../mends.ts';
import { hasPlaceholder } from '../placeholder.ts';
import { changingTo } from '../renaming.ts';
import { itemsRead } from '../picks.ts';
import type { NameRule } from '../rule.ts';
import {
  effectiveInventory,
  hasName,
  inWords,
  isId,
  itemOf,
  itemsOf,
  whereInWords,
  type Names,
} from '../world.ts';
import { isBareRegex, namingAllBut } from './bareRegexes.ts';
import { patternsIn } from '../written.ts';

/** Patterns that Core refuses when it runs them, and those, or items of them, that pick nothing. */
export const patternMatches: NameRule = (resource, toml, names) =>
  patternsIn(resource, toml).flatMap((pattern) =>
    itemsRead(pattern, names).flatMap((matches): Finding[] => {
      if (matches.names.length > 0 || hasPlaceholder(matches.item.text)) return [];
      if (isBareRegex(matches, pattern, names)) return [];
      const place = () => placeWithin(toml, pattern.place, matches.item);
      if (matches.problem) {
        const { item } = matches;
        const doubled = withSingleBackslashes(item.text, place(), toml);
        if (doubled) return [{ ...refused(matches.problem, place()), ...doubled }];
        const mends = namingAllBut(item, item.text.slice(1, -1), pattern, toml, names);
        return [{ ...refused(matches.problem, place()), mends }];
      }
      const known = itemsOf(effectiveInventory(names), pattern.kind).length;
      return names.core || known > 0 ? [picksNothing(matches, pattern, place(), names)] : [];
    }),
  );

/** What to say of an item that Core refuses when it runs the pattern. */
export function refused(problem: PatternProblem, place: Place): Finding {
  const message =
    problem.kind === 'panic'
      ? `One backslash alone makes Core panic when it runs this: ${problem.message}. A regex stands between two.`
      : `Core refuses this pattern when it runs: ${problemText(problem)}`;
  return { code: 'refused-pattern', class: 'fails', message, place };
}

/** What to say of an item that picks none of the names that count. */
export function picksNothing(
  { item }: ItemMatches,
  { kind }: Pick<WrittenPattern, 'kind'>,
  place: Place,
  names: Names,
): Finding {
  // The workspace need not hold all that Core has.
  const found = { class: names.core ? 'surprising' : 'style', place } as const;
  const where = whereInWords(names);
  if (item.onlyName === undefined) {
    const message = `\`${item.text}\` picks none of the ${inWords(kind)}s ${where}.`;
    return { code: 'pattern-without-match', message, ...found };
  }
  const ofId = isId(item.onlyName) && itemOf(names.core, kind, item.onlyName)?.name;
  if (ofId) {
    const message = `\`${item.onlyName}\` is the id of the ${inWords(kind)} \`${ofId}\`, and Core holds patterns against names alone. Write \`${ofId}\`.`;
    return { code: 'pattern-without-match', message, ...found, mends: changingTo(ofId, place) };
  }
  const parted = partedOtherwise(item.onlyName, kind, names);
  if (parted !== undefined) {
    const message = `There is no ${inWords(kind)} \`${item.onlyName}\` ${where}: names are parted by commas or lines, and stand without quotes and brackets. Write \`${parted}\`.`;
    const mends = changingTo(parted, place);
    return { code: 'pattern-without-match', message, ...found, mends };
  }
  const similar = missing(kind, item.onlyName, names)?.similar ?? [];
  const message = `There is no ${inWords(kind)} \`${item.onlyName}\` ${where}.${didYouMean(similar)}`;
  return {
    code: 'pattern-without-match',
    message,
    ...found,
    mends: similar.flatMap((name) => changingTo(name, place)),
  };
}

/** Names that are all there, and are parted by something else than Core parts them by, or stand in quotes. */
function partedOtherwise(text: string, kind: WrittenPattern['kind'], names: Names) {
  const parts = text.split(/[\s;|"'`[\](){}]+/).filter(Boolean);
  const isThere = (part: string) =>
    hasName(names.workspace, kind, part) || (names.core && hasName(names.core, kind, part));
  return parts.length > 0 && parts.every(isThere) ? parts.join(', ') : undefined;
}

/** `\\^web-\\d$\\`, as one writes it between quotes, where a backslash is just that. */
function withSingleBackslashes(
  text: string,
  place: Place,
  toml: TomlDocument,
): Pick<Finding, 'advice' | 'mends'> | undefined {
  if (!/^\\\\[^].*[^\\]\\\\$/.test(text)) return undefined;
  const { start, end } = spanOf(toml, place);
  if (toml.text.slice(start, end) !== text) return undefined;
  const meant = text.replaceAll('\\\\', '\\');
  return {
    advice: `A backslash is just that here: write \`${meant}\`.`,
    mends: [{ title: `Change to \`${meant}\``, edits: [{ place, text: meant }] }],
  };
}
