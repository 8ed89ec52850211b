import { problemText, type PatternMatches } from '../../komodo/patterns/index.ts';
import type { Document } from '../workspace/document.ts';
import {
  counted,
  effectiveInventory,
  inWords,
  itemsOf,
  sourceInWords,
  type Context,
} from './context.ts';
import { code, codes, list, paragraphs } from './markdown.ts';
import { patternsInFile, picked, type PatternInFile } from './patternsInFile.ts';

/** Markdown on the pattern that begins at an offset: what each of its items picks, and whose names these are. */
export function patternHover(
  document: Document,
  offset: number,
  context: Context,
): string | undefined {
  const pattern = patternsInFile(document, context.schema).find(
    ({ place }) => document.spanOf(place).start === offset,
  );
  if (!pattern) return undefined;
  const inventory = effectiveInventory(context);
  const matches = picked(pattern, inventory, context);
  const all = counted(itemsOf(inventory, pattern.kind).length, pattern.kind);
  return paragraphs(
    matches.problem
      ? `Core refuses this pattern when it runs: ${problemText(matches.problem)}`
      : `Picks **${matches.names.length}** of ${all}`,
    list(matches.items.map(itemInWords)),
    onlyHere(pattern, matches, context),
    `_${sourceInWords(context)}._`,
  );
}

function itemInWords({ item, names, problem }: PatternMatches['items'][number]): string {
  const kind = item.kind === 'regex' ? ' (regex)' : '';
  const result = problem ? 'refused' : names.length === 0 ? '**nothing**' : codes(names);
  return `${code(item.text)}${kind} → ${result}`;
}

/** What the connected Core does not have (yet), but the files say. */
function onlyHere(
  pattern: PatternInFile,
  { names }: PatternMatches,
  context: Context,
): string | undefined {
  if (!context.core) return undefined;
  const known = new Set(itemsOf(context.core, pattern.kind).map(({ name }) => name));
  const own = picked(pattern, context.workspace, context).names.filter((name) => !known.has(name));
  if (own.length === 0) return undefined;
  const also = names.length > 0 ? 'It would also pick' : 'It would pick';
  return `${also} ${inWords(pattern.kind)}s that only this workspace has: ${codes(own)}`;
}
