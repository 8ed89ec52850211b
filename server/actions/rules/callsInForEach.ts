import ts from 'typescript';
import { isAsync } from './missingAwait.ts';
import { bare, clientCall, type ScriptRule } from './rule.ts';

/**
 * `builds.forEach(async (build) => { await komodo.execute(…) })`: the function waits, but nobody waits for it. The same goes
 * for `map`, where its answer is thrown away.
 */
export const callsInForEach: ScriptRule = (node, { source }) => {
  if (!ts.isExpressionStatement(node) || !ts.isCallExpression(node.expression)) return undefined;
  const { expression, arguments: given } = node.expression;
  if (!ts.isPropertyAccessExpression(expression) || !/^(?:forEach|map)$/.test(expression.name.text))
    return undefined;
  const [each] = given;
  if (!each || !(ts.isArrowFunction(each) || ts.isFunctionExpression(each))) return undefined;
  if (!isPromised(each)) return undefined;
  const { name } = expression;
  const [start, end] = [name.getStart(source), name.end];
  return {
    code: 'missing-await',
    class: 'surprising',
    message: `Nothing waits for the calls in \`${name.text}\`: the script goes on at once, and may have ended as completed when one fails. Write \`await Promise.all(….map(…))\`, or a \`for\` with \`await\`.`,
    start,
    end,
    mends: isAsync(node)
      ? [
          {
            title: 'Write `await Promise.all(….map(…))`',
            changes: [
              {
                start: node.getStart(source),
                end: node.getStart(source),
                text: 'await Promise.all(',
              },
              { start, end, text: 'map' },
              { start: node.expression.end, end: node.expression.end, text: ')' },
            ],
          },
        ]
      : [],
  };
};

/** Whether what a function gives is the promise of a call of the client, or waits for one. */
function isPromised(each: ts.ArrowFunction | ts.FunctionExpression): boolean {
  if (!ts.isBlock(each.body) && clientCall(bare(each.body))) return true;
  const isAsyncItself = each.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  return isAsyncItself === true && hasCall(each.body);
}

function hasCall(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  return clientCall(node) !== undefined || (ts.forEachChild(node, hasCall) ?? false);
}
