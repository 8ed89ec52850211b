/** Switches a stage or an execution off or on. */
import { CodeActionKind, type TextEdit } from 'vscode-languageserver';
import type { TableDatum } from '../../../komodo/toml/index.ts';
import { nodesAt } from '../../../komodo/toml/index.ts';
import type { Document } from '../../workspace/document.ts';
import { addingAfter, addingInside, addingUnder, pairAt, replacing } from '../pairEdits.ts';
import type { Offer, Rewrite } from './rewrite.ts';

export const enabled: Rewrite = ({ document, execution, stage }) => {
  const offers: Offer[] = [];
  if (execution)
    offers.push(...switching(document, 'execution', execution.table, execution.enabled));
  if (stage) offers.push(...switching(document, 'stage', stage.datum, stage.enabled));
  return offers;
};

function switching(document: Document, what: string, table: TableDatum, isOn: boolean): Offer[] {
  const edits = setting(document, table, !isOn);
  if (!edits) return [];
  return [
    {
      title: `${isOn ? 'Disable' : 'Enable'} this ${what}`,
      kind: CodeActionKind.RefactorRewrite,
      edits: () => edits,
      changes: /^procedure\/[^/]*\/config\/stages\/\d+\/(executions\/\d+\/)?enabled$/,
    },
  ];
}

function setting(document: Document, table: TableDatum, isOn: boolean): TextEdit[] | undefined {
  const given = table.entries.get('enabled')?.value;
  if (given) return [replacing(document, document.spanOf(given.place), String(isOn))];
  const text = `enabled = ${isOn}`;
  if (table.form === 'header') {
    const { block } = table.place;
    const base = document.startOf(block);
    const name = pairAt(
      document,
      document.spanOf(table.entries.get('name')?.key ?? table.place).start,
    );
    return [
      name
        ? addingAfter(document, name, text)
        : addingUnder(document, { block, base }, text, 'first'),
    ];
  }
  if (table.form !== 'inline') return undefined;
  const { start } = document.spanOf(table.place);
  const { nodes, start: base } = nodesAt(document.toml, start);
  const node = nodes.find((each) => 'pairs' in each && base + each.start === start);
  return node && 'pairs' in node ? [addingInside(document, node, base, text)] : undefined;
}
