import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import { kindsNamedBy } from '../../komodo/names/index.ts';
import { itemMeaning, under, type Meaning } from '../../komodo/resources/index.ts';
import { cursorAt, type Cursor, type HeaderCursor, type ValueCursor } from '../workspace/cursor.ts';
import type { Document } from '../workspace/document.ts';
import { rootMeaning } from '../workspace/meaning.ts';
import type { Context } from './context.ts';
import { keyDocumentation, variantDocumentation } from './keyDocumentation.ts';
import { paragraphs } from './markdown.ts';
import { nameHover } from './nameHover.ts';
import { differencesInMarkdown } from './onCore.ts';
import { patternHover } from './patternHover.ts';
import { scheduleHover } from './scheduleHover.ts';

/** What stands at a position: documentation of keys and variants; what patterns, schedules and names come to. */
export function hover(document: Document, position: Position, context: Context): Hover | null {
  const offset = document.lines.offsetAt(position);
  const cursor = cursorAt(document, context.schema, offset);
  const value = cursor && contentsAt(document, cursor, context);
  if (!value) return null;
  const { start, end } = cursor.span;
  return {
    contents: { kind: MarkupKind.Markdown, value },
    range: document.lines.range(start, end),
  };
}

function contentsAt(document: Document, cursor: Cursor, context: Context): string | undefined {
  switch (cursor.at) {
    case 'header':
      return paragraphs(
        cursor.part === 0 ? onCoreHover(document, cursor, context) : undefined,
        keyDocumentation(headerMeaning(document, cursor, context), context),
      );
    case 'key': {
      const name = cursor.pair?.key.parts[cursor.part]?.name;
      if (name === undefined) return undefined;
      return keyDocumentation(under(context.schema, cursor.table, name), context);
    }
    case 'value':
      return valueContents(document, cursor, cursor.span.start, context);
  }
}

/** What the connected Core has otherwise than the block of a header. */
function onCoreHover(
  document: Document,
  { block }: Cursor,
  { schema, stored }: Context,
): string | undefined {
  const { resources } = document.resources(schema);
  const resource = stored && resources.find(({ datum }) => datum.place.block === block);
  return resource ? differencesInMarkdown(resource, stored) : undefined;
}

function headerMeaning(
  document: Document,
  { header, part }: HeaderCursor,
  { schema }: Context,
): Meaning {
  return header.key.parts
    .slice(0, part + 1)
    .reduce<Meaning>(
      (meaning, { name }) => under(schema, itemMeaning(meaning) ?? meaning, name),
      rootMeaning(schema, document),
    );
}

function valueContents(
  document: Document,
  { meaning, node }: ValueCursor,
  start: number,
  context: Context,
): string | undefined {
  if (node?.kind !== 'string') return node && keyDocumentation(meaning, context);
  const { owner, type } = meaning;
  if (owner?.kind === 'tagged' && !type)
    return variantDocumentation(owner.name, node.value, context);
  const definition = type?.kind === 'ref' ? context.schema.types.get(type.name) : undefined;
  if (definition?.kind === 'enum')
    return variantDocumentation(definition.name, node.value, context);
  const kinds = kindsNamedBy(meaning, context.schema);
  return (
    patternHover(document, start, context) ??
    scheduleHover(document, start, context) ??
    nameHover(node.value, kinds, context)
  );
}
