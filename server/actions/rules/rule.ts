import ts from 'typescript';
import type { ScriptFinding } from '../finding.ts';
import type { RequestKind, Typings } from '../typings.ts';

/** What a rule may look at; offsets of nodes count from the start of the module. */
export interface RuleContext {
  readonly source: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly typings: Typings;
  /** The version of the typings. */
  readonly version: string;
}

/** What a rule finds at a node, at whose place it stands unless it says otherwise; its offsets count as the node's. */
export type ScriptRule = (node: ts.Node, context: RuleContext) => ScriptFinding | undefined;

/** A call of the client: `komodo.execute("DeployStack", { … })`. */
export interface ClientCall {
  readonly node: ts.CallExpression;
  /** `execute` */
  readonly method: ts.MemberName;
  /** The first argument, if it is a text. */
  readonly request?: ts.StringLiteralLike;
}

/** The call of the client that a node is. */
export function clientCall(node: ts.Node): ClientCall | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return undefined;
  }
  const { expression, name } = node.expression;
  if (!ts.isIdentifier(expression) || expression.text !== 'komodo') return undefined;
  const [first] = node.arguments;
  return {
    node,
    method: name,
    ...(first && ts.isStringLiteralLike(first) && { request: first }),
  };
}

/** Which requests a method of the client takes. */
export function requestKindOf(method: string): RequestKind | undefined {
  if (method === 'read' || method === 'write') return method;
  return method === 'execute' || method === 'execute_and_poll' ? 'execute' : undefined;
}

/** An expression without round brackets, `as` and `!`. */
export function bare(expression: ts.Expression): ts.Expression {
  let inner = expression;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isNonNullExpression(inner)
  )
    inner = inner.expression;
  return inner;
}
