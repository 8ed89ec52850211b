import { MarkupKind, type CompletionItem, type Position } from 'vscode-languageserver';
import { under } from '../../komodo/resources/index.ts';
import type { HeaderKind } from '../../komodo/schema/index.ts';
import { cursorAt, type Cursor, type KeyCursor } from '../workspace/cursor.ts';
import { kindMeantBy } from '../workspace/detect.ts';
import type { Document } from '../workspace/document.ts';
import { completeHeaders, type HeaderPlace } from './completeHeaders.ts';
import { completeKeys } from './completeKeys.ts';
import { completeValues } from './completeValues.ts';
import type { ItemData } from './completionItem.ts';
import type { Context } from './context.ts';
import { keyDocumentation, variantDocumentation } from './keyDocumentation.ts';
import { sectionsOf, type Section } from './sections.ts';

/**
 * What can stand at a position: headers, keys, values. Documentation is left for {@link resolved}.
 *
 * @param trigger the character that made the editor ask; a person who indents a line asks for nothing
 */
export function completion(
  document: Document,
  position: Position,
  context: Context,
  trigger?: string,
): CompletionItem[] {
  const offset = document.lines.offsetAt(position);
  const cursor = cursorAt(document, context.schema, offset);
  switch (cursor?.at) {
    case 'header':
      return headers(document, cursor, context);
    case 'key':
      if (trigger === ' ' && !cursor.inline) return [];
      return [
        // At the top of a file headers stand, though keys could.
        ...(cursor.block.header || cursor.inline ? completeKeys(document, cursor, context) : []),
        ...(mayBeHeader(cursor) ? headers(document, cursor, context) : []),
      ];
    case 'value':
      return completeValues(document, cursor, offset, context);
    case undefined:
      return [];
  }
}

/** On a line of its own a header can be meant, whatever word is typed so far. */
function mayBeHeader({ inline, pair }: KeyCursor): boolean {
  return (
    !inline && (pair === undefined || (pair.equals === undefined && pair.key.parts.length === 1))
  );
}

function headers(document: Document, cursor: Cursor, context: Context): CompletionItem[] {
  return completeHeaders(document, headerPlace(document, cursor), context);
}

function headerPlace(document: Document, cursor: Cursor): HeaderPlace {
  if (cursor.at !== 'header') {
    const { span } = cursor;
    const above = resourceAbove(document, span.start);
    return { span, kind: kindOf(above), present: tablesOf(above), hasPairs: false };
  }
  const { header, base, block } = cursor;
  const start = base + header.start;
  // An editor closes brackets of its own.
  const closing = /^\]*/.exec(document.text.slice(base + header.end))![0].length;
  const above = resourceAbove(document, start);
  const [first, second] = header.key.parts;
  const typed = first && second ? kindMeantBy(first.name) : undefined;
  return {
    span: { start, end: base + header.end + closing },
    kind: typed ?? kindOf(above),
    present: tablesOf(above),
    hasPairs: block.pairs.length > 0,
  };
}

/** The resource that an offset stands in or under. */
function resourceAbove(document: Document, offset: number): Section | undefined {
  return sectionsOf(document).findLast(({ start }) => start < offset);
}

function kindOf(section: Section | undefined): HeaderKind | undefined {
  return section && kindMeantBy(section.path[0] ?? '');
}

/** The headers of single tables below a section. */
function tablesOf(section: Section | undefined): ReadonlySet<string> {
  const below = (each: Section): string[] => [
    ...(each.block.header?.kind === 'table' ? [`[${each.path.join('.')}]`] : []),
    ...each.sections.flatMap(below),
  ];
  return new Set(section ? below(section) : []);
}

/** An item with its documentation. */
export function resolved(item: CompletionItem, context: Context): CompletionItem {
  const data = item.data as ItemData | undefined;
  const value = data && documentationFor(data, context);
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}

function documentationFor(
  { type, field, variant }: ItemData,
  context: Context,
): string | undefined {
  if (variant !== undefined) return variantDocumentation(type, variant, context);
  if (field === undefined) return context.documentation[type]?.[''];
  return keyDocumentation(
    under(context.schema, { type: { kind: 'ref', name: type } }, field),
    context,
  );
}
