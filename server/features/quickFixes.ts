import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { ignoring, type Finding, type Mend } from '../../komodo/checks/index.ts';
import { type Problem, containerOf, under } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import { itemRemovalAt, nodesAt } from '../../komodo/toml/index.ts';
import { cursorAt } from '../workspace/cursor.ts';
import type { Document } from '../workspace/document.ts';
import { blockMeaning } from '../workspace/meaning.ts';
import { conflictFixes } from './conflictFixes.ts';
import { rangeOf } from './diagnostics.ts';
import type { Fix } from './fix.ts';
import { moving, namesOf, sameInHeaders } from './movingFixes.ts';
import { nameFixes } from './nameFixes.ts';
import {
  addingAfter,
  addingInside,
  addingUnder,
  pairAt,
  removing,
  replacing,
} from './pairEdits.ts';
import { rewriteFixes } from './rewriteFixes.ts';
import { syntaxFixes } from './syntaxFixes.ts';
import { plainText, valueSnippet } from './valueSnippet.ts';

/**
 * What mends the findings in a range: names that were perhaps meant, keys moved to where they belong, what is missing
 * added; such a fix is offered only if the file has fewer problems after it. Then what the rules give, and last a comment
 * that has the finding ignored.
 *
 * @param findings of the whole file
 * @param shown the diagnostics that the editor asks for, to be tied to their fixes
 */
export function quickFixes(
  document: Document,
  range: Range,
  findings: readonly Finding[],
  schema: Schema,
  shown: readonly Diagnostic[],
): CodeAction[] {
  const { problems } = document.resources(schema);
  return findings.flatMap((finding) => {
    const at = rangeOf(document, finding);
    if (!touches(at, range)) return [];
    const diagnostics = shown.filter(
      ({ code, range: { start } }) => code === finding.code && same(start, at.start),
    );
    const fixes = fixesFor(document, finding, schema)
      .filter(({ isSure, edits }) => (isSure ?? false) || mends(document, edits, schema, problems))
      .concat((finding.mends ?? []).map((mend) => fixOf(document, mend)))
      .filter(({ title }, index, all) => all.findIndex((fix) => fix.title === title) === index)
      .map((fix, index) => ({ ...fix, isPreferred: index === 0 }));
    const ignored = ignoring(finding, document.toml, document.resources(schema));
    if (ignored) fixes.push({ ...fixOf(document, ignored), isPreferred: false });
    const common = {
      kind: CodeActionKind.QuickFix,
      ...(diagnostics.length > 0 && { diagnostics }),
    };
    return [
      ...nameFixes(document, finding).map((fix) => ({ ...common, ...fix, isPreferred: true })),
      ...fixes.map(({ title, edits, isPreferred }) => ({
        title,
        ...common,
        ...(isPreferred && { isPreferred }),
        edit: { changes: { [document.uri]: [...edits] } },
      })),
    ];
  });
}

/** The mend that a rule gives. */
function fixOf(document: Document, { title, edits }: Mend): Fix {
  return {
    title,
    edits: edits.map(({ place, text }) => replacing(document, document.spanOf(place), text)),
  };
}

function fixesFor(document: Document, problem: Finding, schema: Schema): Fix[] {
  if (problem.code === 'merge-conflict') return conflictFixes(document, problem);
  if (problem.code === 'toml-syntax') return syntaxFixes(document, problem);
  const { suggestions = [], belongsIn, field, rewrite } = problem.data ?? {};
  // What belongs into another table is written otherwise only there.
  const fixes = belongsIn
    ? moving(document, problem, belongsIn, suggestions[0])
    : suggestions.slice(0, 3).map((name) => renaming(document, problem, name));
  if (field !== undefined) fixes.push(...adding(document, problem, field, schema));
  if (problem.code === 'missing-field') {
    if (field === 'execution') fixes.push(...movingExecution(document, problem));
    fixes.push(...removingLost(document, problem, field));
  }
  if (rewrite) fixes.push(...rewriteFixes(document, problem, rewrite));
  if ((problem.class === 'ignored' && !problem.mends) || problem.code === 'duplicate-field')
    fixes.push(...dropping(document, problem));
  return fixes;
}

/** Writes a name in the place of another, with its quotes; a name in a header also in the headers that go on from it. */
function renaming(document: Document, { place }: Finding, name: string): Fix {
  const span = document.spanOf(place!);
  const quote = /^["']+/.exec(document.text.slice(span.start, span.end))?.[0] ?? '';
  const edits = sameInHeaders(document, place!).map((each) =>
    replacing(document, each, `${quote}${name}${quote}`),
  );
  return { title: `Change to \`${name}\``, edits };
}

function dropping(document: Document, { place }: Finding): Fix[] {
  const found = place && pairAt(document, document.spanOf(place).start);
  if (!found) return [];
  const name = namesOf(found.pair.key.parts).join('.');
  return [{ title: `Remove \`${name}\``, edits: [removing(document, found)] }];
}

/** What Core exports so has lost the resource that it was for. */
const lost: Readonly<Record<string, string>> = {
  params: 'Remove this execution',
  id: 'Remove what has no resource',
};

function removingLost(document: Document, { place }: Finding, field = ''): Fix[] {
  const title = lost[field];
  const span = title && place && itemRemovalAt(document.toml, document.spanOf(place).start);
  return span ? [{ title, edits: [replacing(document, span, '')] }] : [];
}

/** `type` and `params` that stand beside `execution` instead of in it. */
function movingExecution(document: Document, { place }: Finding): Fix[] {
  const { start } = document.spanOf(place!);
  const { block } = place!;
  const { nodes, start: base } = nodesAt(document.toml, start);
  const table = nodes.find(
    (node) => 'kind' in node && node.kind === 'inline-table' && node.start === place!.start,
  );
  const pairs = table && 'pairs' in table ? table.pairs : block.pairs;
  const edits = pairs
    .filter(({ key }) => ['type', 'params'].includes(key.parts[0]!.name))
    .map(({ key }) =>
      replacing(document, { start: base + key.start, end: base + key.start }, 'execution.'),
    );
  const title = 'Write `execution.type` and `execution.params`';
  return edits.length > 0 ? [{ title, edits }] : [];
}

/** Adds a key that Core insists on, with a value to fill in. */
function adding(document: Document, { place }: Finding, field: string, schema: Schema): Fix[] {
  const title = `Add \`${field}\``;
  const { start } = document.spanOf(place!);
  const block = place!.block;
  const valueOf = (table: Parameters<typeof containerOf>[1]) =>
    plainText(valueSnippet(schema, under(schema, table, field).type));

  if (block.header?.start === place!.start) {
    const text = `${field} = ${valueOf(blockMeaning(schema, document, block))}`;
    const section = { block, base: document.startOf(block) };
    return [{ title, edits: [addingUnder(document, section, text, 'first')] }];
  }
  const { nodes, start: base } = nodesAt(document.toml, start);
  const table = nodes.find(
    (node) => 'kind' in node && node.kind === 'inline-table' && node.start === place!.start,
  );
  if (table && 'pairs' in table) {
    const inside = cursorAt(document, schema, start + 1);
    if (inside?.at !== 'key') return [];
    const text = `${field} = ${valueOf(inside.table)}`;
    return [{ title, edits: [addingInside(document, table, base, text)] }];
  }
  return addingBeside(document, start, field, schema, title);
}

/** Where a table is made by dotted keys, a longer key beside them adds to it. */
function addingBeside(
  document: Document,
  offset: number,
  field: string,
  schema: Schema,
  title: string,
): Fix[] {
  const found = pairAt(document, offset);
  const cursor = cursorAt(document, schema, offset);
  if (!found || cursor?.at !== 'key') return [];
  const part = found.pair.key.parts[cursor.part];
  if (!part) return [];
  const prefix = document.text.slice(found.start, found.base + part.end);
  const type = under(schema, under(schema, cursor.table, part.name), field).type;
  const text = `${prefix}.${field} = ${plainText(valueSnippet(schema, type))}`;
  return [{ title, edits: [addingAfter(document, found, text)] }];
}

/** Whether Core refuses a file for fewer reasons after some edits, or for as many, and less is wrong with it. */
function mends(
  document: Document,
  edits: readonly TextEdit[],
  schema: Schema,
  before: readonly Problem[],
): boolean {
  const fromTheEnd = edits.toSorted(
    ({ range: { start: a } }, { range: { start: b } }) =>
      b.line - a.line || b.character - a.character,
  );
  const changes = fromTheEnd.map(({ range, newText }) => ({ range, text: newText }));
  const after = document.edited(changes, 0).resources(schema).problems;
  const rejections = (problems: readonly Problem[]) =>
    problems.filter((problem) => problem.class === 'rejected').length;
  const fewer = rejections(before) - rejections(after);
  // What Core now reads, it may ignore in part.
  return fewer > 0 || (fewer === 0 && after.length < before.length);
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function same(a: Range['start'], b: Range['start']): boolean {
  return a.line === b.line && a.character === b.character;
}
