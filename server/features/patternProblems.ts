import { problemText, type ItemMatches } from '../../komodo/patterns/index.ts';
import type { Document } from '../workspace/document.ts';
import { effectiveInventory, inWords, itemsOf, type Context } from './context.ts';
import type { Finding } from './diagnostics.ts';
import { patternsInFile, picked, placeOf, type PatternInFile } from './patternsInFile.ts';

/** Patterns that Core refuses when it runs them, and those, or items of them, that pick nothing. */
export function patternProblems(document: Document, context: Context): Finding[] {
  return patternsInFile(document, context.schema).flatMap((pattern) =>
    picked(pattern, effectiveInventory(context), context).items.flatMap((item) => {
      const found = problemOf(item, pattern, context);
      return found ? [{ ...found, place: placeOf(document, pattern, item.item) }] : [];
    }),
  );
}

function problemOf(
  { item, names, problem }: ItemMatches,
  { kind }: PatternInFile,
  context: Context,
): Omit<Finding, 'place'> | undefined {
  if (problem) {
    const message = `Core refuses this pattern when it runs: ${problemText(problem)}`;
    return { code: 'refused-pattern', class: 'fails', message };
  }
  const { core } = context;
  const known = itemsOf(effectiveInventory(context), kind).length;
  if (names.length > 0 || (!core && known === 0)) return undefined;
  const where = core ? `on ${core.label}` : 'in this workspace';
  const message =
    item.onlyName === undefined
      ? `\`${item.text}\` picks none of the ${inWords(kind)}s ${where}.`
      : `There is no ${inWords(kind)} \`${item.onlyName}\` ${where}.`;
  // The workspace need not hold all that Core has.
  return { code: 'pattern-without-match', class: core ? 'surprising' : 'style', message };
}
