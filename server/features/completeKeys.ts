import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import {
  textOf,
  containerOf,
  entriesOf,
  under,
  type Meaning,
} from '../../komodo/resources/index.ts';
import {
  schemaFor,
  type Field,
  type MapType,
  type Schema,
  type StructDefinition,
  type TaggedDefinition,
} from '../../komodo/schema/index.ts';
import type { Span } from '../../komodo/toml/index.ts';
import type { KeyCursor } from '../workspace/cursor.ts';
import type { Document } from '../workspace/document.ts';
import { itemsFrom, lacking, type Proposal } from './completionItem.ts';
import type { Context } from './context.ts';
import { executionPairs, executionProposals, paramsPairs } from './executionSnippets.ts';
import { detailInWords } from './typeWords.ts';
import { contentSnippet, valueSnippet } from './valueSnippet.ts';
import { neededVersion } from './versionWords.ts';

/** The keys that a table can still be given, what Core insists on first. */
export function completeKeys(
  document: Document,
  cursor: KeyCursor & { readonly span: Span },
  context: Context,
): CompletionItem[] {
  const { schema } = context;
  const { table, pair, part, span } = cursor;
  const parts = pair?.key.parts ?? [];
  // Where a value, or more of the key, stands behind it the name alone is replaced.
  const nameOnly = pair?.equals !== undefined || part < parts.length - 1;
  const found = [
    ...missingKeys(schema, table, parts[part]?.name),
    ...lackingKeys(table, parts[part]?.name, context),
  ];
  if (nameOnly) {
    const names = found.map((each) => ({ ...each, snippet: each.label, goesOn: false }));
    return itemsFrom(document, span, names);
  }
  const isFirst = parts.length <= 1;
  return itemsFrom(document, span, [
    ...(isFirst && isEmptyExecution(schema, cursor) ? wholeExecutions(cursor, context) : []),
    ...found,
    ...(isFirst ? longerKeys(schema, table) : []),
  ]);
}

/** @param typed the name that is being typed, which is no reason to leave it out */
function missingKeys(schema: Schema, table: Meaning, typed?: string): Proposal[] {
  const present = new Set(entriesOf(table).keys());
  if (typed !== undefined) present.delete(typed);
  const container = containerOf(schema, table);
  switch (container?.kind) {
    case 'struct':
      return missingFields(schema, container, present);
    case 'tagged':
      return variantKeys(schema, container, table).filter(({ label }) => !present.has(label));
    case 'map':
      return mapKeys(schema, container, present);
    case undefined:
      return [];
  }
}

/** The keys of a table by name, where they can be counted: the kinds of `all` in a user group. */
function mapKeys(
  schema: Schema,
  { key, value }: MapType,
  present: ReadonlySet<string>,
): Proposal[] {
  const definition = key.kind === 'ref' ? schema.types.get(key.name) : undefined;
  if (definition?.kind !== 'enum') return [];
  return definition.variants
    .filter(({ name }) => !present.has(name))
    .map(({ name }) => ({
      label: name,
      kind: CompletionItemKind.Field,
      data: { type: definition.name, variant: name },
      snippet: `${name} = ${valueSnippet(schema, value)}`,
      goesOn: true,
    }));
}

/** The keys that only newer Cores read. */
function lackingKeys(table: Meaning, typed: string | undefined, context: Context): Proposal[] {
  const container = containerOf(context.schema, table);
  const newest = schemaFor();
  const struct = container?.kind === 'struct' ? newest.types.get(container.name) : undefined;
  if (newest === context.schema || struct?.kind !== 'struct') return [];
  const present = new Set(entriesOf(table).keys());
  if (typed !== undefined) present.delete(typed);
  return missingFields(newest, struct, present).flatMap((proposal) => {
    const needed = neededVersion(struct.name, proposal.label, context);
    return needed === undefined ? [] : [lacking(proposal, needed)];
  });
}

function missingFields(
  schema: Schema,
  struct: StructDefinition,
  present: ReadonlySet<string>,
): Proposal[] {
  const missing = struct.fields
    .filter((field) => ![field.name, ...field.aliases].some((name) => present.has(name)))
    .toSorted((a, b) => Number(b.required) - Number(a.required));
  return shorterFirst(missing).map((field) => {
    const label = field.preferred ?? field.name;
    return {
      label,
      kind: CompletionItemKind.Field,
      detail: detailInWords(schema, field),
      data: { type: struct.name, field: field.name },
      // Who knows it by another name finds it, and writes the one that Core writes.
      filter: [...new Set([label, field.name, ...field.aliases])].join(' '),
      snippet: label + continuation(schema, field),
      goesOn: true,
    };
  });
}

/** `schedule` before `schedule_format`: who types what both begin with means the shorter one first. */
function shorterFirst(fields: readonly Field[]): Field[] {
  const ordered: Field[] = [];
  for (const field of fields) {
    const longer = ordered.findIndex(({ name }) => name.startsWith(field.name));
    ordered.splice(longer < 0 ? ordered.length : longer, 0, field);
  }
  return ordered;
}

/** A table is gone on with by a dot, anything else gets its value. */
function continuation(schema: Schema, { type }: Field): string {
  const definition = type.kind === 'ref' ? schema.types.get(type.name) : undefined;
  const isTable = definition !== undefined && definition.kind !== 'enum';
  return isTable ? '.' : ` = ${valueSnippet(schema, type)}`;
}

/** `type` and `params`. */
function variantKeys(schema: Schema, definition: TaggedDefinition, table: Meaning): Proposal[] {
  const { tag, content } = definition;
  const variant = textOf(entriesOf(table).get(tag)?.value)?.text;
  const key = (label: string, snippet: string): Proposal => {
    return { label, snippet, kind: CompletionItemKind.Field, detail: 'required', goesOn: true };
  };
  const isExecution = definition.name === 'Execution' && variant !== undefined;
  const chosen = definition.byName.get(variant ?? '');
  const value = chosen ? valueSnippet(schema, chosen.content) : contentSnippet(definition);
  return [
    key(tag, `${tag} = "$1"`),
    key(content, isExecution ? paramsPairs(schema, variant, '') : `${content} = ${value}`),
  ];
}

/** What can still be added to tables without a header: `execution.params` beside `execution.type`. */
function longerKeys(schema: Schema, table: Meaning): Proposal[] {
  return [...entriesOf(table).values()].flatMap(({ name, value }) => {
    // A table that has no header of its own, but others below it, can have keys here as well.
    if (value.kind !== 'table' || !['dotted', 'implicit'].includes(value.form)) return [];
    const inner = under(schema, table, name);
    return [...missingKeys(schema, inner), ...longerKeys(schema, inner)].map((proposal) => ({
      ...proposal,
      label: `${name}.${proposal.label}`,
      filter: `${name}.${proposal.filter ?? proposal.label}`,
      snippet: `${name}.${proposal.snippet}`,
    }));
  });
}

/** Whether the cursor stands in an execution that says nothing yet: in its braces, or below its header. */
function isEmptyExecution(schema: Schema, { table, pair }: KeyCursor): boolean {
  const container = containerOf(schema, table);
  const execution = entriesOf(table).get('execution')?.value;
  // Who types the word itself has not begun.
  const isTyped = pair?.key.parts[0]?.name === 'execution' && execution?.kind !== 'table';
  const begun = execution !== undefined && !isTyped;
  return container?.kind === 'struct' && container.name === 'EnabledExecution' && !begun;
}

function wholeExecutions({ inline }: KeyCursor, context: Context): Proposal[] {
  return executionProposals(context, (schema, name) =>
    executionPairs(schema, name, inline ? ', ' : '\n'),
  );
}
