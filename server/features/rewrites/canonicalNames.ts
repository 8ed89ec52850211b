/** Other names of a field or a value (`server_id`, `stages`), written as Core writes them. */
import { CodeActionKind, type TextEdit } from 'vscode-languageserver';
import { itemMeaning, under, type Meaning } from '../../../komodo/resources/index.ts';
import type { Field, Schema } from '../../../komodo/schema/index.ts';
import type { Block, KeyPart, PairNode, ValueNode } from '../../../komodo/toml/index.ts';
import type { Document } from '../../workspace/document.ts';
import { headerMeanings } from '../../workspace/meaning.ts';
import { replacing } from '../pairEdits.ts';
import type { Rewrite } from './rewrite.ts';

/** The field at the cursor, wherever it is called so in the file: two names of one field in a table would be refused. */
export const canonicalName: Rewrite = ({ document, cursor, schema }) => {
  if (cursor?.at !== 'key' && cursor?.at !== 'header') return [];
  const { parts } = (cursor.at === 'key' ? cursor.pair?.key : cursor.header.key) ?? { parts: [] };
  const part = parts[cursor.part];
  const table =
    cursor.at === 'key'
      ? cursor.table
      : headerMeanings(schema, document, cursor.block)[cursor.part]!;
  const field = part && under(schema, table, part.name).field;
  const name = field && nameInCore(field);
  if (!name || name === part.name || !isRead(document, schema)) return [];
  const edits = () =>
    misnamed(document, schema)
      .filter((found) => found.field === field && found.part.name === part.name)
      .map((found) => renaming(document, found));
  const title = `Write \`${name}\` for \`${part.name}\`, in all of the file`;
  return [{ title, kind: CodeActionKind.RefactorRewrite, edits }];
};

/** All fields of the file. */
export const canonicalNames: Rewrite = ({ document, schema }) => {
  const found = isRead(document, schema) ? misnamed(document, schema) : [];
  if (found.length === 0) return [];
  const edits = () => found.map((each) => renaming(document, each));
  const title = 'Write all keys by the names that Core writes';
  return [{ title, kind: `${CodeActionKind.Source}.komodo.canonicalNames`, edits }];
};

/** Of what Core refuses, it cannot be told whether it stays the same. */
function isRead(document: Document, schema: Schema): boolean {
  return document.resources(schema).resources.every(({ value }) => value !== undefined);
}

/** A key by another name than Core writes. */
interface Misnamed {
  readonly part: KeyPart;
  readonly block: Block;
  readonly field: Field;
}

function misnamed(document: Document, schema: Schema): readonly Misnamed[] {
  return document.toml.blocks.flatMap((block) => {
    const tables = headerMeanings(schema, document, block);
    const keys = [
      ...(block.header?.key.parts ?? []).map((part, index) => ({ part, table: tables[index]! })),
      ...block.pairs.flatMap((pair) => keysIn(pair, tables.at(-1)!, schema)),
    ];
    return keys.flatMap(({ part, table }) => {
      const { field } = under(schema, table, part.name);
      return field && nameInCore(field) !== part.name ? [{ part, block, field }] : [];
    });
  });
}

interface WrittenKey {
  readonly part: KeyPart;
  /** What has the key. */
  readonly table: Meaning;
}

function keysIn({ key, value }: PairNode, table: Meaning, schema: Schema): WrittenKey[] {
  const keys: WrittenKey[] = [];
  let meaning = table;
  for (const part of key.parts) {
    keys.push({ part, table: meaning });
    meaning = under(schema, meaning, part.name);
  }
  return [...keys, ...keysInValue(value, meaning, schema)];
}

function keysInValue(value: ValueNode, meaning: Meaning, schema: Schema): WrittenKey[] {
  if (value.kind === 'inline-table') {
    return value.pairs.flatMap((pair) => keysIn(pair, meaning, schema));
  }
  if (value.kind !== 'array') return [];
  const data = meaning.datum?.kind === 'array' ? meaning.datum.items : [];
  return value.items.flatMap((item, index) =>
    keysInValue(item, itemMeaning(meaning, data[index]) ?? {}, schema),
  );
}

/** The name that Core writes for a field: `server` for `server_id`. */
function nameInCore({ name, preferred, aliases }: Field): string {
  const target = name.replace(/_id$/, '');
  return preferred ?? (aliases.includes(target) ? target : name);
}

function renaming(document: Document, { part, block, field }: Misnamed): TextEdit {
  const name = nameInCore(field);
  const text = `${part.quote}${name}${part.quote}`;
  return replacing(document, document.spanOf({ ...part, block }), text);
}
