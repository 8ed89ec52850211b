import { patternsOf, type WrittenPattern } from '../../names/index.ts';
import { problemText, type ItemMatches } from '../../patterns/index.ts';
import { placeWithin } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import { picked } from '../picks.ts';
import type { NameRule } from '../rule.ts';
import { effectiveInventory, inWords, itemsOf, whereInWords, type Names } from '../world.ts';

/** Patterns that Core refuses when it runs them, and those, or items of them, that pick nothing. */
export const patternMatches: NameRule = (resource, toml, names) =>
  patternsOf(resource, toml).flatMap((pattern) =>
    picked(pattern, effectiveInventory(names), names.engine).items.flatMap((item) => {
      const found = problemOf(item, pattern, names);
      return found ? [{ ...found, place: placeWithin(toml, pattern.place, item.item) }] : [];
    }),
  );

function problemOf(
  { item, names: picks, problem }: ItemMatches,
  { kind }: WrittenPattern,
  names: Names,
): Omit<Finding, 'place'> | undefined {
  if (problem) {
    const message = `Core refuses this pattern when it runs: ${problemText(problem)}`;
    return { code: 'refused-pattern', class: 'fails', message };
  }
  const known = itemsOf(effectiveInventory(names), kind).length;
  if (picks.length > 0 || (!names.core && known === 0)) return undefined;
  const where = whereInWords(names);
  const message =
    item.onlyName === undefined
      ? `\`${item.text}\` picks none of the ${inWords(kind)}s ${where}.`
      : `There is no ${inWords(kind)} \`${item.onlyName}\` ${where}.`;
  // The workspace need not hold all that Core has.
  return { code: 'pattern-without-match', class: names.core ? 'surprising' : 'style', message };
}
