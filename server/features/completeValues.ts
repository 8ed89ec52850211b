import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { kindOfBatch, kindsNamedBy, kindsNamedLike } from '../../komodo/names/index.ts';
import { entriesOf } from '../../komodo/resources/index.ts';
import {
  schemaFor,
  type Field,
  type Schema,
  type StructDefinition,
  type TaggedDefinition,
  type Type,
} from '../../komodo/schema/index.ts';
import type { Span } from '../../komodo/toml/index.ts';
import type { Cursor, ValueCursor } from '../workspace/cursor.ts';
import type { Document } from '../workspace/document.ts';
import { resourceAt } from '../workspace/resourceAt.ts';
import { completePattern, completeVariables, idsOf, namesOf } from './completeNames.ts';
import { schedules } from './completeSchedules.ts';
import { completeServices } from './services.ts';
import { text, texts } from './completeTexts.ts';
import { itemsFrom, lacking, literally, quoted, type Proposal } from './completionItem.ts';
import type { Context } from './context.ts';
import { executionPairs, executionProposals, paramsPairs } from './executionSnippets.ts';
import { plainText, valueSnippet } from './valueSnippet.ts';
import { neededVersion } from './versionWords.ts';

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
  const { meaning, node, inArray, siblings } = cursor;
  const { owner, field, type } = meaning;
  const { schema } = context;
  if (owner?.kind === 'tagged' && !type) return variants(document, cursor, owner, context);
  const isChosen = node !== undefined || !type || !isList(type);
  const names = isChosen ? namesFor(document, cursor, context) : [];
  if (names.length > 0 || !type) return [...names];
  if (field?.name === 'schedule' && owner?.kind === 'struct' && cursor.holder) {
    const { table } = cursor.holder;
    return [...schedules(table, cronFormat(document, cursor, owner), context)];
  }
  const known = [...texts(meaning), ...knownValues(type, field, context)].filter(
    ({ label }) => siblings?.includes(label) !== true,
  );
  const isExecution = inArray && type.kind === 'ref' && type.name === 'EnabledExecution';
  const isBlank = !node || node.kind === 'missing';
  // A word that is no value yet may be the name of one.
  if (isExecution && (isBlank || node.kind === 'invalid')) return executions(context);
  return isBlank && known.length === 0 ? [beginning(schema, type)] : known;
}

/** Where services of a Stack are named. */
const ofServices = new Set(['services', 'service', 'ignore_services', 'auto_update_skip_services']);

/** Names that can stand there: neither what it is the name of itself, nor what the list has already. */
function namesFor(
  document: Document,
  { meaning, node, siblings, key, span }: PlacedCursor,
  context: Context,
): readonly Proposal[] {
  const { schema } = context;
  if (key !== undefined && ofServices.has(key))
    return completeServices(document, span.start, context).filter(
      ({ label }) => siblings?.includes(label) !== true,
    );
  const kinds = meaning.type ? kindsNamedBy(meaning, schema) : kindsNamedLike(key);
  if (kinds.length === 0) return [];
  const own = resourceAt(document, schema, span.start);
  if (own?.kind === 'alerter' && meaning.owner?.name === 'ResourceTarget')
    return [...idsOf(kinds, context)];
  const isOwn = ({ label, data }: Proposal) =>
    label === own?.name?.text && data && 'kinds' in data && data.kinds[0] === own.kind;
  const isSelf = meaning.field?.name === 'after' || meaning.owner?.name === 'RunProcedure';
  // A tag that is being typed is one already.
  const present = new Set(['', ...(siblings ?? [])]);
  if (kinds[0] === 'tag' && node?.kind === 'string') present.add(node.value);
  return namesOf(kinds, context)
    .filter((name) => !present.has(name.label) && !(isSelf && isOwn(name)))
    .map(inQuotes);
}

function isList(type: Type): boolean {
  return type.kind === 'array' || type.kind === 'set';
}

/** How the format is added to a cron text, on the same line in braces and else on the next. */
function cronFormat(
  document: Document,
  cursor: PlacedCursor,
  owner: StructDefinition,
): string | undefined {
  const { holder, node } = cursor;
  const isAlone =
    holder && (node === undefined || node.kind === 'missing' || node.kind === 'string');
  if (!isAlone || !owner.byName.has('schedule_format')) return undefined;
  const separator = holder.inline ? ', ' : '\n';
  return `${separator}${keyPrefix(document, cursor)}schedule_format = "Cron"`;
}

/** What stands before the last part of the key: `config.` */
function keyPrefix(document: Document, { holder, base }: PlacedCursor): string {
  const [first] = holder?.pair.key.parts ?? [];
  const last = holder?.pair.key.parts.at(-1);
  return first && last ? document.text.slice(base + first.start, base + last.start) : '';
}

/** The variants of a tagged enum; for an execution that has no params yet with those. */
function variants(
  document: Document,
  cursor: PlacedCursor,
  definition: TaggedDefinition,
  context: Context,
): Proposal[] {
  const { holder } = cursor;
  if (definition.name !== 'Execution') {
    return definition.variants.map(({ name }) => variantOf(definition.name, name));
  }
  const lacksParams = holder && !entriesOf(holder.table).has(definition.content);
  const prefix = keyPrefix(document, cursor);
  const separator = holder?.inline ? ', ' : '\n';
  return executionProposals(context, (schema, name) =>
    lacksParams ? `${quoted(name)}${separator}${paramsPairs(schema, name, prefix)}` : quoted(name),
  ).map((proposal) => ({
    ...proposal,
    kind: CompletionItemKind.EnumMember,
    goesOn: proposal.goesOn === true && lacksParams === true,
  }));
}

/** Executions in braces, as items of a stage's list. */
function executions(context: Context): Proposal[] {
  return executionProposals(context, (schema, name) => `{ ${executionPairs(schema, name)} },`);
}

/** All values there are, where they can be counted. */
function knownValues(type: Type, field: Field | undefined, context: Context): Proposal[] {
  if (type.kind === 'scalar' && type.name === 'bool') {
    return ['true', 'false'].map((label) => ({
      label,
      kind: CompletionItemKind.Constant,
      snippet: label,
      ...(field?.default === (label === 'true') && { detail: 'default' }),
    }));
  }
  // A level of permission is written alone, or in a table with what else is permitted.
  const name = type.kind === 'custom' && type.form === 'permission' ? 'PermissionLevel' : undefined;
  const definition = context.schema.types.get(name ?? (type.kind === 'ref' ? type.name : ''));
  if (definition?.kind !== 'enum') return [];
  const newest = schemaFor().types.get(definition.name);
  const newer = newest?.kind === 'enum' ? newest.variants : [];
  return [
    ...definition.variants.map((variant) => ({
      ...variantOf(definition.name, variant.name),
      ...(field?.default === variant.name && { detail: 'default' }),
    })),
    ...newer.flatMap((variant) => {
      const needed = neededVersion(definition.name, variant.name, context);
      return needed === undefined
        ? []
        : [lacking(variantOf(definition.name, variant.name), needed)];
    }),
  ];
}

function variantOf(type: string, variant: string): Proposal {
  return { ...text(variant), kind: CompletionItemKind.EnumMember, data: { type, variant } };
}

/** An empty value of the type. */
function beginning(schema: Schema, type: Type): Proposal {
  const snippet = valueSnippet(schema, type);
  const label = plainText(snippet).replace(/\s+/g, ' ');
  // Who types the bracket writes it without help, and is proposed what can stand in it: Enter begins a line.
  const filter = /^[[{]/.test(snippet) ? 'value' : label;
  return { label, kind: CompletionItemKind.Value, snippet, filter, goesOn: true };
}

function inQuotes(proposal: Proposal): Proposal {
  return { ...proposal, snippet: literally(quoted(proposal.label)) };
}
