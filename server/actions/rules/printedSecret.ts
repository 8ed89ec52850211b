import ts from 'typescript';
import { bare, type ScriptRule } from './rule.ts';

/** What takes a text apart, or writes it otherwise: the log then holds what Core does not know as the secret. */
const altering: ReadonlySet<string> = new Set([
  ...['split', 'slice', 'substring', 'substr', 'at', 'charAt', 'toUpperCase', 'toLowerCase'],
  ...['btoa', 'encodeURIComponent', 'escape'],
]);

/** `[[API_TOKEN]]` in a text, by its name a secret. */
const secret = /\[\[\w*(?:SECRET|TOKEN|PASS|KEY|CREDENTIAL)\w*\]\]/i;
const secretName = /SECRET|TOKEN|PASS|KEY|CREDENTIAL/i;

/**
 * What `console` prints stands in the log of the Update. Core writes `<NAME>` there for the secrets that it has filled in,
 * but only where they stand as they are; and for nothing of its own environment.
 */
export const printedSecret: ScriptRule = (node, context) => {
  if (!ts.isCallExpression(node) || !isConsole(node)) return undefined;
  for (const argument of node.arguments) {
    const found = firstIn(argument, (part): Leak | undefined => {
      const what = whatLeaks(setTo(part, context.checker), context.checker);
      return what && { node: part, what };
    });
    if (!found) continue;
    return {
      code: 'printed-secret',
      class: 'surprising',
      message:
        found.what === 'environment'
          ? 'This prints what stands in the environment of Core into the log of the Update: Core masks none of its own secrets.'
          : 'This prints a secret into the log of the Update: Core masks it only where it stands as it is.',
      start: found.node.getStart(context.source),
      end: found.node.end,
      mends: ts.isExpressionStatement(node.parent)
        ? [
            {
              title: 'Remove this line',
              changes: [
                { start: node.parent.getStart(context.source), end: node.parent.end, text: '' },
              ],
            },
          ]
        : [],
    };
  }
  return undefined;
};

interface Leak {
  readonly node: ts.Node;
  readonly what: 'environment' | 'secret';
}

function isConsole({ expression }: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(expression) &&
    ts.isIdentifier(expression.expression) &&
    expression.expression.text === 'console'
  );
}

function whatLeaks(node: ts.Node, checker: ts.TypeChecker): Leak['what'] | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const called = expression.getText();
  const [first] = node.arguments;
  const isSecret = first && ts.isStringLiteralLike(first) && secretName.test(first.text);
  if (called === 'Deno.env.toObject' || (called === 'Deno.env.get' && isSecret)) {
    return 'environment';
  }
  const [name, text] = ts.isPropertyAccessExpression(expression)
    ? [expression.name.text, expression.expression]
    : [expression.getText(), node.arguments[0]];
  if (!altering.has(name) || !text || !secret.test(textOf(text, checker) ?? '')) return undefined;
  return 'secret';
}

/** The text that an expression is, or that the constant was set to that it names. */
function textOf(expression: ts.Expression, checker: ts.TypeChecker): string | undefined {
  const value = setTo(bare(expression), checker);
  return ts.isStringLiteralLike(value) ? value.text : undefined;
}

/** What a variable was set to that a node names; the node itself unless it names one. */
function setTo(node: ts.Node, checker: ts.TypeChecker): ts.Node {
  const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
  if (!ts.isIdentifier(node) || isMember) return node;
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration)) return node;
  return declaration.initializer ? bare(declaration.initializer) : node;
}

/** The first answer for a node or one within it; what stands in functions is not printed here. */
function firstIn<Answer>(
  node: ts.Node,
  ask: (node: ts.Node) => Answer | undefined,
): Answer | undefined {
  if (ts.isFunctionLike(node) || tellsNothing(node)) return undefined;
  return (
    ask(node) ??
    ts.forEachChild(node, (child) => (isCondition(child) ? undefined : firstIn(child, ask)))
  );
}

/** What asks about a value and says nothing of it: `token.length`, `!token`, `token === other`, `Object.keys(all)`. */
function tellsNothing(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'length';
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isCallExpression(node)) return node.expression.getText() === 'Object.keys';
  if (!ts.isBinaryExpression(node)) return ts.isTypeOfExpression(node);
  const { kind } = node.operatorToken;
  return (
    (ts.SyntaxKind.LessThanToken <= kind && kind <= ts.SyntaxKind.ExclamationEqualsEqualsToken) ||
    kind === ts.SyntaxKind.InKeyword
  );
}

/** What decides between two other values. */
const isCondition = (node: ts.Node): boolean =>
  ts.isConditionalExpression(node.parent) && node.parent.condition === node;
