/** The executions of a stage as an array, or each under a header `[[procedure.config.stage.executions]]`. */
import { CodeActionKind, type TextEdit } from 'vscode-languageserver';
import { Writer } from '../../../komodo/format/index.ts';
import { memberOf, structNamed, type StageNode } from '../../../komodo/resources/index.ts';
import type { ArrayDatum, Block, Entry, Span } from '../../../komodo/toml/index.ts';
import type { Document } from '../../workspace/document.ts';
import { replacing } from '../pairEdits.ts';
import { blocksUnder, isUnder, namesOf } from './blocks.ts';
import type { Rewrite } from './rewrite.ts';
import type { Site } from './site.ts';

export const executionBlocks: Rewrite = (site) => {
  const found = executionsAt(site);
  if (!found) return [];
  const title = found.list.ofTables
    ? 'Write the executions as an array'
    : 'Write each execution under a header';
  const edits = () => (found.list.ofTables ? asArray(site, found) : asBlocks(site, found));
  return [{ title, kind: CodeActionKind.RefactorRewrite, edits }];
};

/** The executions of a stage that has a header of its own. */
interface Executions {
  readonly stage: StageNode;
  readonly entry: Entry;
  readonly list: ArrayDatum;
  /** Where they are written. */
  readonly span: Span;
}

function executionsAt(site: Site): Executions | undefined {
  const { document, offset, schema, stage } = site;
  const definition = structNamed('ProcedureStage', schema);
  if (stage?.datum.form !== 'header' || !definition) return undefined;
  const entry = memberOf(stage.datum, definition, 'executions');
  const list = entry?.value;
  if (list?.kind !== 'array' || stage.executions.length !== list.items.length) return undefined;
  if (list.items.length === 0) return undefined;
  const span = list.ofTables ? blocksSpan(site, stage, entry!) : pairSpan(document, stage, entry!);
  if (!span || offset < span.start || span.end < offset) return undefined;
  return { stage, entry: entry!, list, span };
}

function pairSpan(document: Document, { datum }: StageNode, { key }: Entry): Span | undefined {
  const pair = datum.place.block.pairs.find(({ key: { parts } }) => parts[0]!.start === key.start);
  if (!pair || key.block !== datum.place.block || pair.key.parts.length > 1) return undefined;
  return document.spanOf({ ...pair, block: key.block });
}

/** Undefined where something else of the stage stands between them. */
function blocksSpan({ document }: Site, stage: StageNode, entry: Entry): Span | undefined {
  const blocks = blocksOf(document, stage, entry);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return undefined;
  const { blocks: all } = document.toml;
  const next = all[all.indexOf(last) + 1];
  const path = namesOf(stage.place.block);
  if (isUnder(next, path) && namesOf(next).length > path.length) return undefined;
  const end = last.pairs.at(-1)?.end ?? last.header!.end;
  return { start: document.startOf(first), end: document.startOf(last) + end };
}

/** The blocks right behind that of the stage which the executions are written in. */
function blocksOf(document: Document, { place }: StageNode, { name }: Entry): readonly Block[] {
  return blocksUnder(document, place.block, [...namesOf(place.block), name]);
}

function asBlocks(
  { document, schema }: Site,
  { stage, entry, list, span }: Executions,
): TextEdit[] {
  const writer = new Writer(document.toml, schema, asItIs);
  const { notes } = writer;
  const { block } = stage.place;
  const { parts } = block.header!.key;
  const path = document.textOf({ block, start: parts[0]!.start, end: parts.at(-1)!.end });
  const lines = [
    ...writer.comments(notes.at(entry.key).behind),
    ...list.items.flatMap((item) => {
      const { before, behind, atEnd } = notes.at(item.place);
      return [
        '',
        ...writer.comments(before),
        `[[${path}.${document.textOf(entry.key)}]]${writer.behind(behind)}`,
        ...writer.pairs({ datum: item }),
        ...writer.comments(atEnd),
      ];
    }),
    ...writer.comments(notes.at(list.place).atEnd),
  ];
  const line = document.lines.positionAt(span.end).line;
  const lineEnd = document.lines.endOf(line);
  const { end } = notes.extentOf(block);
  if (end <= lineEnd) {
    return [replacing(document, { start: span.start, end: lineEnd }, lines.join('\n'))];
  }
  const next = document.lines.offsetAt({ line: line + 1, character: 0 });
  return [
    replacing(document, { start: span.start, end: next }, ''),
    replacing(document, { start: end, end }, `\n${lines.join('\n')}`),
  ];
}

function asArray({ document, schema }: Site, { stage, entry, list }: Executions): TextEdit[] {
  const writer = new Writer(document.toml, schema, asItIs);
  const lines = writer.pair(entry, { datum: list });
  const start = writer.notes.extentOf(stage.place.block).end;
  const { end } = writer.notes.extentOf(blocksOf(document, stage, entry).at(-1)!);
  return [replacing(document, { start, end }, `\n${lines.join('\n')}`)];
}

const asItIs = { strings: 'as they are', braces: 'dotted', order: 'as it is' } as const;
