import { MarkupKind, type CompletionItem, type Position } from 'vscode-languageserver';
import { momentIn } from '../../komodo/preview/index.ts';
import { under } from '../../komodo/resources/index.ts';
import type { HeaderKind } from '../../komodo/schema/index.ts';
import { indexAt, type HeaderNode } from '../../komodo/toml/index.ts';
import { cursorAt, type Cursor, type KeyCursor } from '../workspace/cursor.ts';
import { kindMeantBy } from '../workspace/detect.ts';
import type { Document } from '../workspace/document.ts';
import { withCommas } from './completeCommas.ts';
import { completeHeaders, type HeaderPlace } from './completeHeaders.ts';
import { completeIgnored } from './completeIgnored.ts';
import { completeKeys } from './completeKeys.ts';
import { completeValues } from './completeValues.ts';
import type { ItemData } from './completionItem.ts';
import type { Context } from './context.ts';
import { keyDocumentation, variantDocumentation } from './keyDocumentation.ts';
import { nameHover } from './nameHover.ts';
import { schemaWith } from './versionWords.ts';

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
      if (cursor.inline)
        return withCommas(document, cursor, completeKeys(document, cursor, context));
      return [
        // At the top of a file headers stand, though keys could.
        ...(cursor.block.header ? completeKeys(document, cursor, context) : []),
        ...(mayBeHeader(cursor) ? headers(document, cursor, context) : []),
      ];
    case 'value': {
      const values = completeValues(document, cursor, offset, context);
      // A name in a pattern or in brackets is no member of the list.
      const isMember = cursor.inArray && !cursor.holder;
      return isMember ? withCommas(document, cursor, values) : values;
    }
    case undefined:
      return completeIgnored(document, offset);
  }
}

/** On a line of its own a header can be meant, whatever word is typed so far. */
function mayBeHeader({ pair }: KeyCursor): boolean {
  return pair === undefined || (pair.equals === undefined && pair.key.parts.length === 1);
}

function headers(document: Document, cursor: Cursor, context: Context): CompletionItem[] {
  return completeHeaders(document, headerPlace(document, cursor), context);
}

function headerPlace(document: Document, cursor: Cursor): HeaderPlace {
  if (cursor.at !== 'header') {
    const { span } = cursor;
    const above = headersAbove(document, span.start);
    return { span, kind: kindOf(above), present: tablesOf(above), hasPairs: false };
  }
  const { header, base, block } = cursor;
  const start = base + header.start;
  // An editor closes brackets of its own.
  const closing = /^\]*/.exec(document.text.slice(base + header.end))![0].length;
  const above = headersAbove(document, start);
  const [first, second] = header.key.parts;
  const typed = first && second ? kindMeantBy(first.name) : undefined;
  return {
    span: { start, end: base + header.end + closing },
    kind: typed ?? kindOf(above),
    present: tablesOf(above),
    hasPairs: block.pairs.length > 0,
  };
}

/** The headers of the resource that an offset stands in or under, those behind the offset too. */
function headersAbove({ toml }: Document, offset: number): readonly HeaderNode[] {
  const { blocks, starts } = toml;
  const beginsOne = (index: number) => blocks[index]!.header?.key.parts.length === 1;
  let first = indexAt(toml, offset);
  const stands = (index: number) => starts[index]! + (blocks[index]!.header?.start ?? 0) < offset;
  if (first > 0 && !stands(first)) first--;
  while (first > 0 && !beginsOne(first)) first--;
  let end = first + 1;
  while (end < blocks.length && !beginsOne(end)) end++;
  return blocks.slice(first, end).flatMap(({ header }) => header ?? []);
}

function kindOf([header]: readonly HeaderNode[]): HeaderKind | undefined {
  return header && kindMeantBy(header.key.parts[0]!.name);
}

/** The single tables among headers, as they are written. */
function tablesOf(headers: readonly HeaderNode[]): ReadonlySet<string> {
  const tables = headers.filter(({ kind }) => kind === 'table');
  return new Set(tables.map(({ key }) => `[${key.parts.map(({ name }) => name).join('.')}]`));
}

/** An item with its documentation. */
export function resolved(item: CompletionItem, context: Context): CompletionItem {
  const data = item.data as ItemData | undefined;
  const value = data && documentationFor(data, context);
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}

function documentationFor(data: ItemData, context: Context): string | undefined {
  if ('zone' in data) {
    const { day, hour } = momentIn(data.zone)(context.now);
    return `There it is ${day}, ${hour}.`;
  }
  if ('name' in data) return nameHover({ ...data, isDefinition: true }, context);
  const { type, field, variant } = data;
  if (variant !== undefined) return variantDocumentation(type, variant, context);
  if (field === undefined) return context.documentation[type]?.[''];
  const schema = schemaWith(type, field, context.schema) ?? context.schema;
  const meaning = under(schema, { type: { kind: 'ref', name: type } }, field);
  return keyDocumentation(meaning, context, schema);
}
