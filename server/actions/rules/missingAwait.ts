import ts from 'typescript';
import { clientCall, type ScriptRule } from './rule.ts';

/** A call of the client whose answer nobody waits for. */
export const missingAwait: ScriptRule = (node, { source, checker }) => {
  const call = clientCall(node);
  if (!call || !isDropped(node) || isInPromise(node)) return undefined;
  const type = checker.getTypeAtLocation(node);
  if (!type.getProperty('then')) return undefined;
  const start = node.getStart(source);
  const canAwait = isAsync(node);
  return {
    code: 'missing-await',
    class: 'surprising',
    message:
      'Nothing waits for this call: the script goes on before Core has answered, and may have ended as completed when it fails.' +
      (canAwait ? ' Write `await`.' : ''),
    start,
    end: call.method.end,
    mends: canAwait
      ? [{ title: 'Add `await`', changes: [{ start, end: start, text: 'await ' }] }]
      : [],
  };
};

/** Whether nothing takes what an expression gives: `ready && komodo.execute(…);` */
function isDropped(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isExpressionStatement(parent)) return true;
  const isPassedOn =
    ts.isParenthesizedExpression(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) && parent.right === node && isChoice(parent.operatorToken));
  return isPassedOn && isDropped(parent);
}

const isChoice = ({ kind }: ts.BinaryOperatorToken): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken ||
  kind === ts.SyntaxKind.BarBarToken ||
  kind === ts.SyntaxKind.QuestionQuestionToken;

/** `new Promise((resolve) => komodo.execute_terminal(…, { onFinish: resolve }))`: who waits for that waits for the call. */
function isInPromise(node: ts.Node): boolean {
  const owner = ts.findAncestor(node, ts.isFunctionLike);
  const made = owner?.parent;
  return (
    made !== undefined &&
    ts.isNewExpression(made) &&
    ts.isIdentifier(made.expression) &&
    made.expression.text === 'Promise'
  );
}

/** Whether a node stands where `await` may. */
export function isAsync(node: ts.Node): boolean {
  const owner = ts.findAncestor(node, ts.isFunctionLike);
  return (
    owner !== undefined &&
    ts.canHaveModifiers(owner) &&
    (ts.getModifiers(owner)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  );
}
