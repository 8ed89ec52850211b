/** What a rewritten file says otherwise than before: nothing, if it was only laid out anew. */
import { jsonText, readResources } from '../resources/index.ts';
import type { Schema } from '../schema/index.ts';
import {
  dataOf,
  type Datum,
  type ScalarDatum,
  type TableDatum,
  type TomlDocument,
} from '../toml/index.ts';
import { separator } from './notation.ts';

/**
 * The first thing found that is not the same in two documents, in words that complete "it would change …"; undefined
 * where TOML, and the Core of a version, make the same of both and every comment is kept. Core's `##` lines between
 * resources may come and go.
 */
export function differenceBetween(
  before: TomlDocument,
  after: TomlDocument,
  schema: Schema,
): string | undefined {
  const [old, fresh] = [before, after].map((document) => dataOf(document));
  if (old!.problems.length !== fresh!.problems.length) return 'whether this is TOML';
  const path = differentValue(old!.root, fresh!.root);
  if (path) return path.length > 0 ? `\`${path.join('.')}\`` : 'the file as a whole';
  const [was, is] = [old!, fresh!].map((data) => {
    const { value, problems } = readResources(data, schema);
    const told = problems.map(({ code, message }) => `${code}: ${message}`).sort();
    return [value ? jsonText(value) : '', ...told].join('\n');
  });
  if (was !== is) return 'what Core makes of it';
  const comment = firstLost(commentsOf(before), commentsOf(after));
  return comment === undefined ? undefined : `the comment \`${comment}\``;
}

/** One that is not as often in the one list as in the other; both are sorted. */
function firstLost(old: readonly string[], fresh: readonly string[]): string | undefined {
  if (old.join('\n') === fresh.join('\n')) return undefined;
  const countIn = (list: readonly string[], wanted: string) =>
    list.filter((comment) => comment === wanted).length;
  return [...old, ...fresh].find((comment) => countIn(old, comment) !== countIn(fresh, comment));
}

/** Keys and numbers of items that lead to the first value that is not the same; undefined where all are. */
function differentValue(old: Datum, fresh: Datum): string[] | undefined {
  if (old.kind === 'table' && fresh.kind === 'table') return differentEntry(old, fresh);
  if (old.kind === 'array' && fresh.kind === 'array') {
    if (old.items.length !== fresh.items.length) return [];
    for (const [index, item] of old.items.entries()) {
      const path = differentValue(item, fresh.items[index]!);
      if (path) return [String(index), ...path];
    }
    return undefined;
  }
  if (old.kind === 'scalar' && fresh.kind === 'scalar') return isSame(old, fresh) ? undefined : [];
  return [];
}

/** The order of keys means nothing. */
function differentEntry(old: TableDatum, fresh: TableDatum): string[] | undefined {
  for (const [name, { value }] of old.entries) {
    const other = fresh.entries.get(name);
    const path = other ? differentValue(value, other.value) : [];
    if (path) return [name, ...path];
  }
  const added = [...fresh.entries.keys()].find((name) => !old.entries.has(name));
  return added === undefined ? undefined : [added];
}

function isSame({ node: old }: ScalarDatum, { node: fresh }: ScalarDatum): boolean {
  if (old.kind === 'invalid' || old.kind === 'missing') return old.kind === fresh.kind;
  return old.kind === fresh.kind && Object.is(old.value, fresh.value);
}

/** The texts of all comments, sorted. */
export function commentsOf({ text, blocks, starts }: TomlDocument): readonly string[] {
  return blocks
    .flatMap(({ comments }, index) =>
      comments.map(({ start, end }) =>
        text.slice(starts[index]! + start, starts[index]! + end).trimEnd(),
      ),
    )
    .filter((comment) => comment !== separator)
    .sort();
}
