import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver';
import { picked } from '../../komodo/checks/index.ts';
import type { WrittenPattern } from '../../komodo/names/index.ts';
import { counted } from '../../komodo/preview/index.ts';
import type { Document } from '../workspace/document.ts';
import { effectiveInventory, itemsOf, sourceInWords, type Context } from './context.ts';
import { patternsInFile } from './patternsInFile.ts';

/** How many names, and how many characters of them, a hint shows before it says "…". */
const MOST_NAMES = 4;
const MOST_CHARACTERS = 60;

/** Behind each pattern in a range: how many resources it picks, and the first of them. */
export function inlayHints(document: Document, range: Range, context: Context): InlayHint[] {
  const first = document.lines.offsetAt(range.start);
  const last = document.lines.offsetAt(range.end);
  return patternsInFile(document, context.schema).flatMap((pattern) => {
    const { end } = document.spanOf(pattern.place);
    const label = end < first || end > last ? undefined : labelOf(pattern, context);
    if (label === undefined) return [];
    return [
      {
        position: document.lines.positionAt(end),
        label: `→ ${label}`,
        kind: InlayHintKind.Type,
        paddingLeft: true,
        tooltip: sourceInWords(context),
      },
    ];
  });
}

/** Nothing where no resource of the kind is known, since that says nothing of the pattern. */
function labelOf(pattern: WrittenPattern, context: Context): string | undefined {
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
