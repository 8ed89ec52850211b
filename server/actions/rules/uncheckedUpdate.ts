import ts from 'typescript';
import { bare, clientCall, type ScriptRule } from './rule.ts';

/** The outcome of an execution that nobody looks at: `execute_and_poll` does not throw when the execution fails. */
export const uncheckedUpdate: ScriptRule = (node, { source }) => {
  if (!ts.isExpressionStatement(node) || !ts.isAwaitExpression(node.expression)) return undefined;
  const call = clientCall(bare(node.expression.expression));
  if (call?.method.text !== 'execute_and_poll') return undefined;
  // Of one of these it returns no outcome, see updateWithoutId.ts.
  const request = call.request?.text ?? '';
  if (request.startsWith('Batch') || request === 'DeployStackIfChanged') return undefined;
  const start = node.getStart(source);
  const indent = /[ \t]*$/.exec(source.text.slice(0, start))![0];
  const what = call.request?.text ?? 'The execution';
  return {
    code: 'unchecked-update',
    class: 'style',
    message:
      'If this fails, the script goes on all the same: look at `success` of what it returns.',
    start: call.method.getStart(source),
    end: call.method.end,
    mends: [
      {
        title: 'Throw if it fails',
        changes: [
          { start, end: start, text: 'const update = ' },
          {
            start: node.end,
            end: node.end,
            text: `\n${indent}if (!update.success) throw new Error(\`${what} failed: \${JSON.stringify(update.logs)}\`);`,
          },
        ],
      },
    ],
  };
};
