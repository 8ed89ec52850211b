import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { kindOfBatch, kindsNamedBy } from '../../komodo/names/index.ts';
import { entriesOf } from '../../komodo/resources/index.ts';
import { zoneNames } from '../../komodo/schedules/index.ts';
import type { Schema, TaggedDefinition, Type } from '../../komodo/schema/index.ts';
import type { Span } from '../../komodo/toml/index.ts';
import type { Cursor, ValueCursor } from '../workspace/cursor.ts';
import type { Document } from '../workspace/document.ts';
import { completePattern, completeVariables, namesOf } from './completeNames.ts';
import { itemsFrom, literally, quoted, type Proposal } from './completionItem.ts';
import type { Context } from './context.ts';
import { executionPairs, executionTypes, paramsPairs } from './executionSnippets.ts';
import { plainText, valueSnippet } from './valueSnippet.ts';

type PlacedCursor = ValueCursor & Pick<Cursor, 'span' | 'base'>;

/** The values that a key can be given: variants, names, true and false, or a value to begin with. */
export function completeValues(
  document: Document,
  cursor: PlacedCursor,
  offset: number,
  context: Context,
): CompletionItem[] {
  const { node, span } = cursor;
  if (node?.kind !== 'string') {
    return itemsFrom(document, span, proposalsFor(document, cursor, context));
  }
  const variables = completeVariables(document, offset, context);
  if (variables) return variables;
  const kind = patternKind(cursor, context.schema);
  const text = textSpan(cursor);
  if (kind && text.start <= offset && offset <= text.end) {
    return completePattern(document, text, offset, kind, context);
  }
  // A text over many lines is none that is chosen from a list.
  if (kind || node.quote.length > 1) return [];
  // What is found is found by the quote too; and behind a text that is not closed may stand what is to stay.
  const quote = node.quote;
  const proposals = proposalsFor(document, cursor, context).map((proposal) => {
    return { ...proposal, filter: quote + proposal.label + quote };
  });
  return itemsFrom(document, node.open ? { start: span.start, end: offset } : span, proposals);
}

function patternKind({ meaning: { owner, field } }: ValueCursor, schema: Schema) {
  if (owner?.kind !== 'struct' || field?.name !== 'pattern') return undefined;
  return kindOfBatch(owner.name, schema);
}

/** What stands between the quotes. */
function textSpan({ node, span }: PlacedCursor): Span {
  if (node?.kind !== 'string') return span;
  const quotes = node.quote.length;
  return { start: span.start + quotes, end: node.open ? span.end : span.end - quotes };
}

function proposalsFor(document: Document, cursor: PlacedCursor, context: Context): Proposal[] {
  const { meaning, node, inArray } = cursor;
  const { owner, field, type } = meaning;
  const { schema } = context;
  if (owner?.kind === 'tagged' && !type) return variants(document, cursor, owner, schema);
  if (!type) return [];
  const names = namesOf(kindsNamedBy(meaning, schema), context).map(inQuotes);
  if (names.length > 0 && (node || !isList(type))) return names;
  if (field?.name === 'schedule_timezone') return zoneNames.map(text);
  const known = knownValues(schema, type);
  if (node && node.kind !== 'missing') return known;
  if (inArray && type.kind === 'ref' && type.name === 'EnabledExecution') return executions(schema);
  return known.length > 0 ? known : [beginning(schema, type)];
}

function isList(type: Type): boolean {
  return type.kind === 'array' || type.kind === 'set';
}

/** The variants of a tagged enum; for an execution that has no params yet with those. */
function variants(
  document: Document,
  { holder, base }: PlacedCursor,
  definition: TaggedDefinition,
  schema: Schema,
): Proposal[] {
  const isExecution = definition.name === 'Execution';
  const all = isExecution ? executionTypes(schema) : definition.variants;
  const lacksParams = holder?.inline && !entriesOf(holder.table).has(definition.content);
  const [first] = holder?.pair.key.parts ?? [];
  const last = holder?.pair.key.parts.at(-1);
  const prefix = first && last ? document.text.slice(base + first.start, base + last.start) : '';
  return all.map(({ name }) => {
    const params = isExecution && lacksParams ? `, ${paramsPairs(schema, name, prefix)}` : '';
    return {
      label: name,
      kind: CompletionItemKind.EnumMember,
      snippet: quoted(name) + params,
      data: { type: definition.name, variant: name },
      goesOn: params !== '',
    };
  });
}

/** Executions in braces, as items of a stage's list. */
function executions(schema: Schema): Proposal[] {
  return executionTypes(schema).map(({ name }) => ({
    label: name,
    kind: CompletionItemKind.Function,
    snippet: `{ ${executionPairs(schema, name)} },`,
    data: { type: 'Execution', variant: name },
    goesOn: true,
  }));
}

/** All values there are, where they can be counted. */
function knownValues(schema: Schema, type: Type): Proposal[] {
  if (type.kind === 'scalar' && type.name === 'bool') {
    return ['true', 'false'].map((label) => {
      return { label, kind: CompletionItemKind.Constant, snippet: label };
    });
  }
  const definition = type.kind === 'ref' ? schema.types.get(type.name) : undefined;
  if (definition?.kind !== 'enum') return [];
  return definition.variants.map(({ name }) => ({
    ...text(name),
    kind: CompletionItemKind.EnumMember,
    data: { type: definition.name, variant: name },
  }));
}

/** An empty value of the type. */
function beginning(schema: Schema, type: Type): Proposal {
  const snippet = valueSnippet(schema, type);
  const label = plainText(snippet).replace(/\s+/g, ' ');
  return { label, kind: CompletionItemKind.Value, snippet, goesOn: true };
}

function text(label: string): Proposal {
  return inQuotes({ label, kind: CompletionItemKind.Constant, snippet: label });
}

function inQuotes(proposal: Proposal): Proposal {
  return { ...proposal, snippet: literally(quoted(proposal.label)) };
}
