/** What a rewrite comes to, found by reading the file again. */
import type { TextEdit } from 'vscode-languageserver';
import { commentsOf } from '../../../komodo/format/index.ts';
import { isObject, jsonText, type Json } from '../../../komodo/resources/index.ts';
import type { Schema } from '../../../komodo/schema/index.ts';
import { tagged } from '../../../komodo/toml/tagged.ts';
import type { Document } from '../../workspace/document.ts';
import type { Offer } from './rewrite.ts';

/** The document after some edits. */
export function afterEdits(document: Document, edits: readonly TextEdit[]): Document {
  const fromTheEnd = edits.toSorted(
    ({ range: { start: a } }, { range: { start: b } }) =>
      b.line - a.line || b.character - a.character,
  );
  const changes = fromTheEnd.map(({ range, newText }) => ({ range, text: newText }));
  return document.edited(changes, document.version ?? 0);
}

/**
 * Why a rewrite would do something that it is not for, in words that complete "it …"; undefined where all is well: every
 * comment is kept, nothing is newly wrong with the file, and only those values change that are to.
 */
export function sideEffect(
  before: Document,
  after: Document,
  { changes, reorders }: Pick<Offer, 'changes' | 'reorders'>,
  schema: Schema,
): string | undefined {
  if (after.data.problems.length > before.data.problems.length) return 'would be no TOML';
  if (rejectionsIn(after, schema) > rejectionsIn(before, schema)) return 'would be refused by Core';
  if (commentsOf(before.toml).join('\n') !== commentsOf(after.toml).join('\n')) {
    return 'would lose a comment';
  }
  const old = valuesIn(before, schema);
  const fresh = valuesIn(after, schema);
  if (reorders) {
    return sorted(old) === sorted(fresh) ? undefined : 'would change more than the order';
  }
  const path = changedPaths(old, fresh).find((changed) => !changes?.test(changed));
  return path === undefined ? undefined : `would change ${path}`;
}

function rejectionsIn(document: Document, schema: Schema): number {
  const { problems } = document.resources(schema);
  return problems.filter((problem) => problem.class === 'rejected').length;
}

/** What Core makes of each resource, by kind and name; where it refuses or knows nothing, what TOML says. */
function valuesIn(document: Document, schema: Schema): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  for (const { kind, name, value, datum } of document.resources(schema).resources) {
    let path = `${kind}/${encodeURIComponent(name?.text ?? '')}`;
    while (values.has(path)) path += ' again';
    values.set(path, value ?? JSON.stringify(tagged(datum)));
  }
  for (const { name, value } of document.data.root.entries.values()) {
    if (!schema.root.byName.has(name)) values.set(name, JSON.stringify(tagged(value)));
  }
  return values;
}

function sorted(values: ReadonlyMap<string, Json>): string {
  return [...values]
    .map(([path, value]) => `${path.replace(/( again)+$/, '')} ${jsonText(value)}`)
    .sort()
    .join('\n');
}

/** The paths of all values that are not the same; of arrays of other lengths, that of the array. */
function changedPaths(old: Json | undefined, fresh: Json | undefined, path = ''): string[] {
  if (isObject(old) && isObject(fresh)) {
    const names = new Set([...old.keys(), ...fresh.keys()]);
    return [...names].flatMap((name) =>
      changedPaths(old.get(name), fresh.get(name), path === '' ? name : `${path}/${name}`),
    );
  }
  if (Array.isArray(old) && Array.isArray(fresh) && old.length === fresh.length) {
    return old.flatMap((item: Json, index) =>
      changedPaths(item, fresh[index] as Json, `${path}/${index}`),
    );
  }
  return textOf(old) === textOf(fresh) ? [] : [path];
}

function textOf(value: Json | undefined): string | undefined {
  return value === undefined ? undefined : jsonText(value);
}
