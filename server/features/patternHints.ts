import { picked } from '../../komodo/checks/index.ts';
import { counted } from '../../komodo/preview/index.ts';
import type { ResourceNode } from '../../komodo/resources/index.ts';
import type { Document } from '../workspace/document.ts';
import { effectiveInventory, itemsOf, sourceInWords, type Context } from './context.ts';
import type { Hint } from './inlayHints.ts';
import { patternsIn, type PatternInFile } from './patternAt.ts';

/** How many names, and how many characters of them, a hint shows before it says "…". */
const MOST_NAMES = 4;
const MOST_CHARACTERS = 60;

/** Behind each pattern: how many resources it picks, and the first of them. */
export function patternHints(document: Document, resource: ResourceNode, context: Context): Hint[] {
  return patternsIn(resource, document).map((pattern) => {
    const { end } = document.spanOf(pattern.place);
    const text = () => {
      const label = labelOf(pattern, context);
      return label === undefined
        ? undefined
        : { label: `→ ${label}`, tooltip: sourceInWords(context) };
    };
    return { offset: end, text };
  });
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
