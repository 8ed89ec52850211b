/** The params that an execution insists on and that are not given. */
import { CodeActionKind, type TextEdit } from 'vscode-languageserver';
import type { ExecutionNode } from '../../../komodo/resources/index.ts';
import { nodesAt } from '../../../komodo/toml/index.ts';
import type { Document } from '../../workspace/document.ts';
import { addingAfter, addingInside, addingUnder, pairAt } from '../pairEdits.ts';
import { plainText, valueSnippet } from '../valueSnippet.ts';
import type { Rewrite } from './rewrite.ts';

export const params: Rewrite = ({ document, execution, schema }) => {
  if (!execution?.definition || !execution.type || hasOtherParams(execution)) return [];
  const given = new Set(execution.params.map(({ name }) => name));
  const missing = execution.definition.fields.filter(
    ({ name, required }) => required && !given.has(name),
  );
  if (missing.length === 0) return [];
  const pairs = missing.map(({ name, preferred = name, type }) => {
    return `${preferred} = ${plainText(valueSnippet(schema, type))}`;
  });
  return [
    {
      title: `Add the params that \`${execution.type.text}\` needs`,
      kind: CodeActionKind.RefactorRewrite,
      edits: () => adding(document, execution, pairs),
      changes: /^procedure\/[^/]*/,
    },
  ];
};

/** Into their braces, below their header, behind the last of them, or else behind the type. */
function adding(
  document: Document,
  { datum, params: given, type }: ExecutionNode,
  pairs: readonly string[],
): TextEdit[] {
  if (datum?.form === 'inline') {
    const { start } = document.spanOf(datum.place);
    const { nodes, start: base } = nodesAt(document.toml, start);
    const table = nodes.find((node) => 'pairs' in node && base + node.start === start);
    if (!table || !('pairs' in table)) return [];
    return [addingInside(document, table, base, pairs.join(', '))];
  }
  if (datum?.form === 'header') {
    const { block } = datum.place;
    const section = { block, base: document.startOf(block) };
    return [addingUnder(document, section, pairs.join('\n'), 'last')];
  }
  const last = given.at(-1)?.entry.key ?? type!.place;
  const found = pairAt(document, document.spanOf(last).start);
  if (!found) return [];
  const { key } = found.pair;
  const beside = document.text.slice(found.start, found.base + key.parts.at(-1)!.start);
  const prefix = given.length > 0 ? beside : `${beside}params.`;
  const added = pairs.map((pair) => `${prefix}${pair}`).join(found.table ? ', ' : '\n');
  return [addingAfter(document, found, added)];
}

/** What stands there for params is no table. */
function hasOtherParams({ table, datum }: ExecutionNode): boolean {
  const execution = table.entries.get('execution')?.value;
  return execution?.kind === 'table' && execution.entries.has('params') && datum === undefined;
}
