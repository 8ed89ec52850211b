import { MarkupKind, type Hover, type Position, type Range } from 'vscode-languageserver';
import { containerOf, itemMeaning, under, type Meaning } from '../../komodo/resources/index.ts';
import { cursorAt, type Cursor, type HeaderCursor, type ValueCursor } from '../workspace/cursor.ts';
import type { Document } from '../workspace/document.ts';
import { rootMeaning } from '../workspace/meaning.ts';
import { resourceAt } from '../workspace/resourceAt.ts';
import type { Context } from './context.ts';
import { keyDocumentation, variantDocumentation } from './keyDocumentation.ts';
import { paragraphs } from './markdown.ts';
import { nameAt } from './nameAt.ts';
import { nameHover } from './nameHover.ts';
import { numberInWords } from './numberWords.ts';
import { differencesInMarkdown } from './onCore.ts';
import { patternAt, scriptPatternAt } from './patternAt.ts';
import { patternHover, pickedInMarkdown } from './patternHover.ts';
import { scheduleHover } from './scheduleHover.ts';
import { targetsHover } from './targetsHover.ts';
import { serviceHover } from './services.ts';
import { schemaWith } from './versionWords.ts';

/** What is said, and of which part of the text. */
interface Said {
  readonly value: string | undefined;
  readonly range: Range;
}

/** Whether something stands at a position of which Komodo knows more than TypeScript: a name, a service, a pattern. */
export function isKnownAt(document: Document, position: Position, context: Context): boolean {
  const offset = document.lines.offsetAt(position);
  return (
    nameAt(document, position, context) !== undefined ||
    scriptPatternAt(document, offset, context.schema) !== undefined ||
    serviceHover(document, offset, context) !== undefined
  );
}

/** What stands at a position: documentation of keys and variants; what patterns, schedules and names come to. */
export function hover(document: Document, position: Position, context: Context): Hover | null {
  const offset = document.lines.offsetAt(position);
  const cursor = cursorAt(document, context.schema, offset);
  if (!cursor) return null;
  const { value, range } = scriptPatternSaid(document, offset, context) ??
    nameSaid(document, position, cursor, context) ??
    serviceSaid(document, offset, cursor, context) ?? {
      value: contentsAt(document, cursor, context),
      range: document.lines.range(cursor.span.start, cursor.span.end),
    };
  return value ? { contents: { kind: MarkupKind.Markdown, value }, range } : null;
}

/** The pattern that a script gives to a Batch execution. */
function scriptPatternSaid(document: Document, offset: number, context: Context): Said | undefined {
  const pattern = scriptPatternAt(document, offset, context.schema);
  return (
    pattern && {
      value: pickedInMarkdown(pattern, context),
      range: document.rangeOf(pattern.place),
    }
  );
}

/** A name, be it the whole of a text or a part of it; the items of a pattern are told of together. */
function nameSaid(
  document: Document,
  position: Position,
  { at, span }: Cursor,
  context: Context,
): Said | undefined {
  if (at !== 'value' || patternAt(document, span.start, context.schema)) return undefined;
  const name = nameAt(document, position, context);
  return name && { value: nameHover(name, context), range: name.range };
}

function serviceSaid(
  document: Document,
  offset: number,
  { at }: Cursor,
  context: Context,
): Said | undefined {
  const found = at === 'value' ? serviceHover(document, offset, context) : undefined;
  return found && { value: found.value, range: document.rangeOf(found.name.place) };
}

function contentsAt(document: Document, cursor: Cursor, context: Context): string | undefined {
  switch (cursor.at) {
    case 'header':
      return paragraphs(
        cursor.part === 0 ? onCoreHover(document, cursor, context) : undefined,
        headerDocumentation(document, cursor, context),
      );
    case 'key': {
      const name = cursor.pair?.key.parts[cursor.part]?.name;
      return name === undefined ? undefined : keyUnder(cursor.table, name, context);
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
  const resource = stored && resourceAt(document, schema, document.startOf(block));
  return resource ? differencesInMarkdown(resource, stored) : undefined;
}

function headerDocumentation(
  document: Document,
  { header, part }: HeaderCursor,
  context: Context,
): string | undefined {
  const names = header.key.parts.slice(0, part + 1).map(({ name }) => name);
  const table = names.slice(0, -1).reduce<Meaning>(
    (meaning, name) => {
      const inner = under(context.schema, meaning, name);
      return itemMeaning(inner) ?? inner;
    },
    rootMeaning(context.schema, document),
  );
  return keyUnder(table, names.at(-1)!, context);
}

/** Documentation of a key in a table, also of one that only other versions of Komodo have. */
function keyUnder(table: Meaning, name: string, context: Context): string | undefined {
  const owner = containerOf(context.schema, table);
  const schema =
    (owner?.kind === 'struct' ? schemaWith(owner.name, name, context.schema) : undefined) ??
    context.schema;
  return keyDocumentation(under(schema, table, name), context, schema);
}

function valueContents(
  document: Document,
  { meaning, node }: ValueCursor,
  start: number,
  context: Context,
): string | undefined {
  if (node?.kind === 'integer' || node?.kind === 'float') {
    const words = numberInWords(meaning, Number(node.value));
    return paragraphs(words, keyDocumentation(meaning, context));
  }
  if (node?.kind !== 'string') return node && keyDocumentation(meaning, context);
  const { owner, type } = meaning;
  if (owner?.kind === 'tagged' && !type) {
    return paragraphs(
      variantDocumentation(owner.name, node.value, context),
      owner.name === 'Execution' ? targetsHover(document, start, context) : undefined,
    );
  }
  const definition = type?.kind === 'ref' ? context.schema.types.get(type.name) : undefined;
  if (definition?.kind === 'enum')
    return variantDocumentation(definition.name, node.value, context);
  return (
    patternHover(document, start, context) ??
    scheduleHover(document, start, context) ??
    // Nobody wants to read on a whole script what a script is.
    (node.quote.length === 1 ? keyDocumentation(meaning, context) : undefined)
  );
}
