import ts from 'typescript';
import type { ScriptRule } from './rule.ts';

/** A text in the place of an enum's value: it is the same to Core, but an editor can't rename or find it. */
export const enumAsText: ScriptRule = (node, { source, checker }) => {
  if (!ts.isStringLiteralLike(node)) return undefined;
  const expected = checker.getContextualType(node) ?? comparedWith(node, checker);
  const member = expected && memberOf(expected, node.text);
  if (member === undefined) return undefined;
  const start = node.getStart(source);
  const text = `Types.${member}`;
  return {
    code: 'enum-as-text',
    class: 'style',
    message: `This is \`${text}\`.`,
    start,
    end: node.end,
    mends: [{ title: `Write \`${text}\``, changes: [{ start, end: node.end, text }] }],
  };
};

function comparedWith(node: ts.Node, checker: ts.TypeChecker): ts.Type | undefined {
  const { parent } = node;
  if (ts.isCaseClause(parent)) return checker.getTypeAtLocation(parent.parent.parent.expression);
  if (!ts.isBinaryExpression(parent)) return undefined;
  const { kind } = parent.operatorToken;
  const compares =
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    kind === ts.SyntaxKind.EqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsToken;
  if (!compares) return undefined;
  return checker.getTypeAtLocation(parent.left === node ? parent.right : parent.left);
}

/** `State.Running` of the enum that has this text as a value. */
function memberOf(type: ts.Type, text: string): string | undefined {
  const parts = type.isUnion() ? type.types : [type];
  for (const part of parts) {
    if (!(part.flags & ts.TypeFlags.EnumLiteral)) continue;
    if (part.isUnion()) {
      const inner = memberOf(part, text);
      if (inner !== undefined) return inner;
    } else if (part.isStringLiteral() && part.value === text) {
      const declaration = part.symbol.valueDeclaration;
      if (!declaration || !ts.isEnumMember(declaration)) continue;
      const name = declaration.name.getText();
      return /^\w+$/.test(name) ? `${declaration.parent.name.text}.${name}` : undefined;
    }
  }
  return undefined;
}
