import ts from 'typescript';
import { bare, clientCall, type ClientCall, type ScriptRule } from './rule.ts';

/** What an Update says only once the execution has ended. */
const late: ReadonlySet<string> = new Set(['success', 'logs', 'end_ts', 'other_data']);

/**
 * `komodo.execute` resolves when the execution has begun: its Update then says success, and has no logs. Who reads the
 * outcome means `execute_and_poll`.
 */
export const unfinishedUpdate: ScriptRule = (node, { source, checker }) => {
  const read = readOf(node);
  if (!read || !late.has(read.name.text)) return undefined;
  const call = executionOf(read.of, checker);
  if (call?.method.text !== 'execute' || call.request?.text.startsWith('Batch')) return undefined;
  const { method } = call;
  return {
    code: 'unfinished-update',
    class: 'surprising',
    message: `\`execute\` does not wait for the end: \`${read.name.text}\` says nothing yet. Write \`execute_and_poll\`.`,
    start: read.name.getStart(source),
    end: read.name.end,
    mends: [
      {
        title: 'Wait for the end: `execute_and_poll`',
        changes: [{ start: method.getStart(source), end: method.end, text: 'execute_and_poll' }],
      },
    ],
  };
};

/** What is read of a value: `value.name`, or `const { name } = value`. */
function readOf(node: ts.Node): { name: ts.MemberName; of: ts.Expression } | undefined {
  if (ts.isPropertyAccessExpression(node)) return { name: node.name, of: node.expression };
  if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return undefined;
  const { parent: declaration } = node.parent;
  const name = node.propertyName ?? node.name;
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  return ts.isIdentifier(name) ? { name, of: declaration.initializer } : undefined;
}

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
