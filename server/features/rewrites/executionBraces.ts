/** `{ execution = { type = …, params = { … } } }` and `{ execution.type = …, execution.params.x = … }`. */
import { CodeActionKind } from 'vscode-languageserver';
import { Writer } from '../../../komodo/format/index.ts';
import type { ExecutionNode } from '../../../komodo/resources/index.ts';
import { replacing } from '../pairEdits.ts';
import type { Rewrite } from './rewrite.ts';

export const executionBraces: Rewrite = ({ document, execution, schema }) => {
  const form = execution && formOf(execution);
  if (!form) return [];
  const { table } = execution;
  const braces = form === 'nested' ? 'dotted' : 'nested';
  const title = braces === 'dotted' ? 'Write it with dotted keys' : 'Write it with braces';
  const edits = () => {
    const options = { strings: 'as they are', braces, order: 'as it is' } as const;
    const text = new Writer(document.toml, schema, options).value(table, { datum: table });
    return [replacing(document, document.spanOf(table.place), text)];
  };
  return [{ title, kind: CodeActionKind.RefactorRewrite, edits }];
};

/** Of an execution in an array; one with comments in it stays as it is, for there would be no place for them. */
function formOf({ table }: ExecutionNode): 'dotted' | 'nested' | undefined {
  const execution = table.entries.get('execution')?.value;
  if (table.form !== 'inline' || execution?.kind !== 'table') return undefined;
  const { block, start, end } = table.place;
  if (block.comments.some((comment) => start < comment.start && comment.end < end))
    return undefined;
  const params = execution.entries.get('params')?.value;
  const isNested = params?.kind === 'table' && params.form === 'inline' && params.entries.size > 0;
  return execution.form === 'inline' || isNested ? 'nested' : 'dotted';
}
