/** Tags in the order of the alphabet, each once. */
import { CodeActionKind, type TextEdit } from 'vscode-languageserver';
import { Notes } from '../../../komodo/format/index.ts';
import type { ArrayDatum, Datum } from '../../../komodo/toml/index.ts';
import type { Document } from '../../workspace/document.ts';
import { replacing } from '../pairEdits.ts';
import type { Rewrite } from './rewrite.ts';

export const tags: Rewrite = ({ document, offset, resource }) => {
  const list = resource?.datum.entries.get('tags')?.value;
  if (list?.kind !== 'array' || !isAt(document, list, offset)) return [];
  const items = list.items.map(textOf);
  if (items.includes(undefined)) return [];
  const sorted = [...new Set(items as string[])].sort();
  if (sorted.join('\n') === items.join('\n')) return [];
  const title = sorted.length < items.length ? 'Sort the tags, each once' : 'Sort the tags';
  const edits = () => [sorting(document, list, sorted)];
  return [{ title, kind: CodeActionKind.RefactorRewrite, edits, changes: /^\w+\/[^/]*\/tags\b/ }];
};

function isAt(document: Document, { place, ofTables }: ArrayDatum, offset: number): boolean {
  const { start, end } = document.spanOf(place);
  return !ofTables && start <= offset && offset <= end;
}

/** On one line or on several, as it is written now. */
function sorting(document: Document, list: ArrayDatum, sorted: readonly string[]): TextEdit {
  const span = document.spanOf(list.place);
  const kept = sorted.map((text) => list.items.filter((item) => textOf(item) === text));
  if (!document.textOf(list.place).includes('\n')) {
    const texts = kept.map(([item]) => document.textOf(item!.place));
    return replacing(document, span, `[${texts.join(', ')}]`);
  }
  const notes = new Notes(document.toml);
  const lastComma = /^\s*,/.test(
    document.text.slice(document.spanOf(list.items.at(-1)!.place).end),
  );
  const indent = indentAt(document, document.spanOf(list.items[0]!.place).start) || '  ';
  const lines = kept.flatMap((same, index) => {
    const [first, ...others] = same.map(({ place }) => notes.at(place));
    const { before, behind } = first!;
    const comma = lastComma || index < kept.length - 1 ? ',' : '';
    return [
      ...before,
      ...others.flatMap((other) => [...other.before, ...other.behind]),
      [`${document.textOf(same[0]!.place)}${comma}`, ...behind].join(' '),
    ];
  });
  const all = [...lines, ...notes.at(list.place).atEnd].map((line) => `${indent}${line}\n`);
  return replacing(document, span, `[\n${all.join('')}${indentAt(document, span.start)}]`);
}

/** The blanks that the line of an offset begins with. */
function indentAt(document: Document, offset: number): string {
  const start = document.lines.offsetAt({ ...document.lines.positionAt(offset), character: 0 });
  return /^[ \t]*/.exec(document.text.slice(start, offset))![0];
}

function textOf(datum: Datum): string | undefined {
  return datum.kind === 'scalar' && datum.node.kind === 'string' ? datum.node.value : undefined;
}
