import { picked } from '../../komodo/checks/index.ts';
import { counted } from '../../komodo/preview/index.ts';
import type { ResourceNode } from '../../komodo/resources/index.ts';
import type { Document } from '../workspace/document.ts';
import { effectiveInventory, itemsOf, sourceInWords, type Context } from './context.ts';
import type { Hint } from './inlayHints.ts';
import { patternsIn, scriptPatternsIn, type PatternInFile } from './patternAt.ts';

/** How many names, and how many characters of them, a hint shows before it says "…". */
const MOST_NAMES = 4;
const MOST_CHARACTERS = 60;

/** Behind each pattern: how many resources it picks, and the first of them. */
export function patternHints(document: Document, resource: ResourceNode, context: Context): Hint[] {
  const hint = (pattern: PatternInFile, offset: number): Hint => ({
    offset,
    text: () => {
      const label = labelOf(pattern, context);
      return label === undefined
        ? undefined
        : { label: `→ ${label}`, tooltip: sourceInWords(context) };
    },
  });
  const endOf = ({ place }: PatternInFile) => document.spanOf(place).end;
  return [
    ...patternsIn(resource, document).map((pattern) => hint(pattern, endOf(pattern))),
    ...scriptPatternsIn(resource, document).map((pattern) => {
      const end = endOf(pattern);
      // Behind the quote, which TOML's own quotes may want to be escaped.
      return hint(pattern, end + (document.text[end] === '\\' ? 2 : 1));
    }),
  ];
}

/** Nothing where no resource of the kind is known, since that says nothing of the pattern. */
function labelOf(pattern: PatternInFile, context: Context): string | undefined {
  const inventory = effectiveInventory(context);
  if (itemsOf(inventory, pattern.kind).length === 0) return undefined;
  const { names, problem } = picked(pattern, inventory, context.engine);
  if (problem) return 'refused by Core';
  const count = counted(names.length, pattern.kind);
  return names.length === 0 ? count : `${count}: ${abridged(names)}`;
}

function abridged(names: readonly string[]): string {
  let shown = names.slice(0, MOST_NAMES);
  while (shown.length > 1 && shown.join(', ').length > MOST_CHARACTERS) shown = shown.slice(0, -1);
  return [...shown, ...(shown.length < names.length ? ['…'] : [])].join(', ');
}
