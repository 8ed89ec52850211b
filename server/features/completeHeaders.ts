import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import {
  kindsOf,
  schemaFor,
  type Schema,
  type StructDefinition,
  type Type,
} from '../../komodo/schema/index.ts';
import type { Span } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import { itemsFrom, lacking, type Proposal } from './completionItem.ts';
import type { Context } from './context.ts';
import { requiredFields } from './valueSnippet.ts';
import { neededVersion } from './versionWords.ts';

/** How far below a resource's header tables are proposed: `config`, and what is in it. */
const DEPTH = 2;

export interface HeaderPlace {
  /** What is replaced: the header, or nothing on an empty line. */
  readonly span: Span;
  /** Of the resource above, or of the one that is being typed. */
  readonly kind: string | undefined;
  /** Headers of that resource, of which each can stand but once. */
  readonly present: ReadonlySet<string>;
  /** Something stands below it already. */
  readonly hasPairs: boolean;
}

/** Headers: tables of the resource that the cursor stands in, then all kinds. */
export function completeHeaders(
  document: Document,
  { span, kind, present, hasPairs }: HeaderPlace,
  context: Context,
): CompletionItem[] {
  const { schema } = context;
  const kinds = kindsOf(schema);
  const own = kinds.find((each) => each.kind === kind);
  const typed = document.text.slice(span.start, span.end);
  const path = typed.replace(/[[\]\s]/g, '');
  const tables = own ? tablesOf(schema, own.kind, own.type, path, DEPTH) : [];
  const blocks = kinds.map((each) => {
    return { header: `[[${each.kind}]]`, struct: schema.types.get(each.type) as StructDefinition };
  });
  const headers = [...tables.filter(({ header }) => !present.has(header)), ...blocks];
  const isTyped = typed.includes('[');
  const proposals = headers.map(({ header, struct }): Proposal => ({
    label: header,
    kind: CompletionItemKind.Struct,
    snippet: hasPairs ? header : `${header}\n${beginning(schema, struct)}$0`,
    // Who has not typed a bracket finds it by its name.
    filter: isTyped ? header : header.replace(/[[\]]/g, ''),
    data: { type: struct.name },
  }));
  return itemsFrom(document, span, [...proposals, ...lackingKinds(context)]);
}

/** Kinds that only newer Cores read. */
function lackingKinds(context: Context): Proposal[] {
  return kindsOf(schemaFor()).flatMap(({ kind, type, field }): Proposal[] => {
    const detail = neededVersion('ResourcesToml', field.name, context);
    if (detail === undefined) return [];
    const header = `[[${kind}]]`;
    return [
      lacking(
        { label: header, kind: CompletionItemKind.Struct, snippet: header, data: { type } },
        detail,
      ),
    ];
  });
}

/** What a block cannot do without; a stage is nothing without executions. */
function beginning(schema: Schema, struct: StructDefinition): string {
  const required = requiredFields(schema, struct, '\n');
  const executions = struct.name === 'ProcedureStage' ? '\nexecutions = [\n  { $2 },\n]' : '';
  return required === '' ? '' : `${required}${executions}\n`;
}

interface TableHeader {
  readonly header: string;
  readonly struct: StructDefinition;
}

/** @param typed the path that somebody has typed: below a list tables are proposed only to who goes there */
function tablesOf(
  schema: Schema,
  path: string,
  type: string,
  typed: string,
  depth: number,
): TableHeader[] {
  const struct = schema.types.get(type);
  if (depth === 0 || struct?.kind !== 'struct') return [];
  return struct.fields.flatMap((field) => {
    const inner = `${path}.${field.preferred ?? field.name}`;
    const list = field.type.kind === 'array';
    const definition = structOf(schema, field.type.kind === 'array' ? field.type.of : field.type);
    if (!definition) return [];
    const header = list ? `[[${inner}]]` : `[${inner}]`;
    const isBelow = typed.startsWith(`${inner}.`);
    const deeper =
      list && !isBelow
        ? []
        : tablesOf(schema, inner, definition.name, typed, isBelow ? depth : depth - 1);
    return [{ header, struct: definition }, ...deeper];
  });
}

function structOf(schema: Schema, type: Type): StructDefinition | undefined {
  const definition = type.kind === 'ref' ? schema.types.get(type.name) : undefined;
  return definition?.kind === 'struct' ? definition : undefined;
}
