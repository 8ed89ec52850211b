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
    const found = firstIn(argument, (part) => whatLeaks(part, context.checker));
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

function whatLeaks(node: ts.Node, checker: ts.TypeChecker): Leak | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const called = expression.getText();
  const [first] = node.arguments;
  const isSecret = first && ts.isStringLiteralLike(first) && secretName.test(first.text);
  if (called === 'Deno.env.toObject' || (called === 'Deno.env.get' && isSecret)) {
    return { node, what: 'environment' };
  }
  const [name, text] = ts.isPropertyAccessExpression(expression)
    ? [expression.name.text, expression.expression]
    : [expression.getText(), node.arguments[0]];
  if (!altering.has(name) || !text || !secret.test(textOf(text, checker) ?? '')) return undefined;
  return { node, what: 'secret' };
}

/** The text that an expression is, or that the constant was set to that it names. */
function textOf(expression: ts.Expression, checker: ts.TypeChecker): string | undefined {
  const inner = bare(expression);
  if (ts.isStringLiteralLike(inner)) return inner.text;
  if (!ts.isIdentifier(inner)) return undefined;
  const declaration = checker.getSymbolAtLocation(inner)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) {
    return undefined;
  }
  const value = bare(declaration.initializer);
  return ts.isStringLiteralLike(value) ? value.text : undefined;
}

/** The first answer for a node or one within it; what stands in functions is not printed here. */
function firstIn<Answer>(
  node: ts.Node,
  ask: (node: ts.Node) => Answer | undefined,
): Answer | undefined {
  if (ts.isFunctionLike(node)) return undefined;
  return ask(node) ?? ts.forEachChild(node, (child) => firstIn(child, ask));
}
