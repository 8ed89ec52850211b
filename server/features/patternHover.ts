import { picked } from '../../komodo/checks/index.ts';
import {
  pickedInWords,
  previewPattern,
  type PatternPreview,
  type PreviewedItem,
} from '../../komodo/preview/index.ts';
import type { Document } from '../workspace/document.ts';
import { effectiveInventory, inWords, itemsOf, sourceInWords, type Context } from './context.ts';
import { code, codes, list, paragraphs } from './markdown.ts';
import { patternAt, type PatternInFile } from './patternAt.ts';

/** Markdown on the pattern at an offset. */
export function patternHover(
  document: Document,
  offset: number,
  context: Context,
): string | undefined {
  const pattern = patternAt(document, offset, context.schema);
  return pattern && pickedInMarkdown(pattern, context);
}

/** What each item of a pattern picks, and whose names these are. */
export function pickedInMarkdown(pattern: PatternInFile, context: Context): string {
  const inventory = effectiveInventory(context);
  const preview = previewPattern(pattern.pattern, pattern.kind, inventory, context.engine);
  return paragraphs(
    preview.problem === undefined
      ? pickedInWords(preview).replace(/\d+/, '**$&**')
      : pickedInWords(preview),
    list(preview.items.map(itemInWords)),
    onlyHere(pattern, preview, context),
    `_${sourceInWords(context)}._`,
  );
}

function itemInWords({ text, kind, names, problem }: PreviewedItem): string {
  const regex = kind === 'regex' ? ' (regex)' : '';
  const result =
    problem !== undefined ? 'refused' : names.length === 0 ? '**nothing**' : codes(names);
  return `${code(text)}${regex} → ${result}`;
}

/** What the connected Core does not have (yet), but the files say. */
function onlyHere(
  pattern: PatternInFile,
  preview: PatternPreview,
  context: Context,
): string | undefined {
  if (!context.core) return undefined;
  const known = new Set(itemsOf(context.core, pattern.kind).map(({ name }) => name));
  const own = picked(pattern, context.workspace, context.engine).names.filter(
    (name) => !known.has(name),
  );
  if (own.length === 0) return undefined;
  const also = preview.picked.length > 0 ? 'It would also pick' : 'It would pick';
  return `${also} ${inWords(pattern.kind)}s that only this workspace has: ${codes(own)}`;
}
