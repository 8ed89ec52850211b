import ts from 'typescript';
import { bare, clientCall, type ClientCall, type ScriptRule } from './rule.ts';

/** What an Update says only once the execution has ended. */
const late: ReadonlySet<string> = new Set(['success', 'logs', 'end_ts', 'other_data']);

/**
 * `komodo.execute` resolves when the execution has begun: its Update then says success, and has no logs. Who reads the
 * outcome means `execute_and_poll`.
 */
export const unfinishedUpdate: ScriptRule = (node, { source, checker }) => {
  if (!ts.isPropertyAccessExpression(node) || !late.has(node.name.text)) return undefined;
  const call = executionOf(node.expression, checker);
  if (call?.method.text !== 'execute' || call.request?.text.startsWith('Batch')) return undefined;
  const { method } = call;
  return {
    code: 'unfinished-update',
    class: 'surprising',
    message: `\`execute\` does not wait for the end: \`${node.name.text}\` says nothing yet. Write \`execute_and_poll\`.`,
    start: node.name.getStart(source),
    end: node.name.end,
    mends: [
      {
        title: 'Wait for the end: `execute_and_poll`',
        changes: [{ start: method.getStart(source), end: method.end, text: 'execute_and_poll' }],
      },
    ],
  };
};

/** The awaited call of the client that an expression is, or that a constant was set to. */
function executionOf(expression: ts.Expression, checker: ts.TypeChecker): ClientCall | undefined {
  const inner = bare(expression);
  if (ts.isAwaitExpression(inner)) return clientCall(bare(inner.expression));
  if (!ts.isIdentifier(inner)) return undefined;
  const declaration = checker.getSymbolAtLocation(inner)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration)) return undefined;
  // A variable may have got another value since.
  if (!(declaration.parent.flags & ts.NodeFlags.Const) || !declaration.initializer)
    return undefined;
  const value = bare(declaration.initializer);
  return ts.isAwaitExpression(value) ? clientCall(bare(value.expression)) : undefined;
}
