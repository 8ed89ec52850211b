/**
 * Which mistakes that TypeScript finds keep Deno from running a script. Deno leaves out the types and gives V8 the rest: what
 * either of them refuses fails on Core, all else is a matter of types. Each number here was tried on Deno 2.9.
 */
import ts from 'typescript';
import type { Span } from '../../komodo/toml/index.ts';
import { isDeclaredTwice } from './declaredTwice.ts';
import { alwaysRefused } from './earlyErrors.ts';
import { bare } from './rules/rule.ts';

/** Others that are refused only in some places; the node is what TypeScript complains of. */
const somewhere: Readonly<Record<number, (node: ts.Node) => boolean>> = {
  1009: ts.isVariableDeclarationList,
  1014: ({ parent }) => !ts.isArrowFunction(parent.parent),
  1042: (node) => !isAccessInObject(node),
  1049: ({ parent }) =>
    !(ts.isSetAccessor(parent) && parent.parameters.length > 1 && isInObject(parent)),
  1053: (node) => !isInType(node),
  1054: ({ parent }) => ts.isClassLike(parent.parent),
  1117: ({ parent }) => ts.isPropertyAssignment(parent) && hasTwoPrototypes(parent.parent),
  1156: ({ parent }) => !ts.isInterfaceDeclaration(parent) && !ts.isTypeAliasDeclaration(parent),
  1184: (node) =>
    ts.isInterfaceDeclaration(node.parent)
      ? node.kind === ts.SyntaxKind.AsyncKeyword
      : !ts.isClassStaticBlockDeclaration(node.parent) && !isAccessInObject(node),
  1206: ({ parent }) => ts.isParameter(parent),
  1214: ({ parent }) => !ts.isModuleDeclaration(parent),
  1344: ({ parent }) => ts.isLabeledStatement(parent) && !isVar(parent.statement),
  1451: ({ parent }) => !ts.isParenthesizedExpression(parent),
  2300: isDeclaredTwice,
  2335: ({ parent }) =>
    !ts.isPropertyAccessExpression(parent) && !ts.isElementAccessExpression(parent),
  2337: (node) => !isInConstructor(node),
  2339: isUndeclaredPrivate,
  2356: (node) => !isReference(bare(node as ts.Expression)),
  2364: (node) => !(ts.isParenthesizedExpression(node) && !ts.isBinaryExpression(node.parent)),
  2393: (node) =>
    ts.isPrivateIdentifier(node) ||
    (ts.isFunctionDeclaration(node.parent) && isNested(node.parent)),
  2462: isRestOfPattern,
  2551: isUndeclaredPrivate,
  2552: isUndeclaredPrivate,
  2630: (node) => /^(?:eval|arguments)$/.test(node.getText()),
  2699: (node) => !ts.isComputedPropertyName(node) && !ts.isComputedPropertyName(node.parent),
  2703: (node) => ts.isIdentifier(bare(node as ts.Expression)),
  2815: (node) =>
    !ts.findAncestor(node, (each) => ts.isComputedPropertyName(each) || ts.isDecorator(each)),
  18016: (node) => !isInType(node),
  18061: (node) => !/^(?:source|defer)$/.test(node.getText()),
};

/**
 * Whether Deno refuses to run a script for something that TypeScript finds when it looks at the types.
 *
 * @param code TypeScript's number
 * @param span of what it complains of
 */
export function isRefused(code: number, span: Span, source: ts.SourceFile): boolean {
  if (alwaysRefused.has(code)) return true;
  const isOfRegex =
    code === 1005 || code === 1125 || code === 1198 || (1487 <= code && code <= 1538);
  const where = somewhere[code];
  if (!where && !isOfRegex) return false;
  const node = nodeAt(source, span);
  if (isOfRegex) return ts.isRegularExpressionLiteral(node) && isBadRegex(node.text);
  return where?.(node) ?? false;
}

/**
 * Whether Deno takes what TypeScript, when it reads a script, calls a mistake of syntax.
 *
 * @param code TypeScript's number
 * @param span of what it complains of
 */
export function isTaken(code: number, { start }: Span, source: ts.SourceFile): boolean {
  const { text } = source;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const behind = /.*/.exec(text.slice(start))![0];
  // Deno takes comments of HTML for comments.
  if (/(?:^|;)\s*<!--|^\s*-->/.test(before + behind)) return true;
  switch (code) {
    case 1005: // `left as any = right`
      return /\b(?:as|satisfies)\s+\w+\s*$/.test(before) && behind.startsWith('=');
    case 1109: // `new import("…")`, and a decorator that only begins
      return (
        (/\bnew\s+$/.test(before) && /^import\b/.test(behind)) || /@\s*$/.test(text.slice(0, start))
      );
    case 1146: // A decorator at the end belongs to the `console.log` of Core's wrapper.
      return !ts.findAncestor(nodeAt(source, { start, end: start }), ts.isClassLike);
    case 1434: // `static static name`
      return /\bstatic\s+$/.test(before) && /^static\s+\w/.test(behind);
    default: // `this?.#name` is JavaScript; what follows types goes with them.
      return code === 18030 || code === 1477 || code === 1478;
  }
}

/** The innermost node that a span stands in. */
function nodeAt(source: ts.SourceFile, { start, end }: Span): ts.Node {
  let node: ts.Node = source;
  for (let inner: ts.Node | undefined = node; inner;) {
    node = inner;
    inner = ts.forEachChild(node, (child) =>
      child.pos <= start && end <= child.end && child.getStart(source) <= start ? child : undefined,
    );
  }
  return node;
}

/** V8 reads it the same way here. */
function isBadRegex(literal: string): boolean {
  const end = literal.lastIndexOf('/');
  try {
    new RegExp(literal.slice(1, end), literal.slice(end + 1));
    return false;
  } catch {
    return true;
  }
}

function hasTwoPrototypes({ properties }: ts.ObjectLiteralExpression): boolean {
  const isPrototype = (name: ts.PropertyName) =>
    (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === '__proto__';
  const set = properties.filter((each) => ts.isPropertyAssignment(each) && isPrototype(each.name));
  return set.length > 1;
}

const isAccessInObject = (node: ts.Node): boolean =>
  isInObject(node.parent) && /^(?:public|private|protected)$/.test(node.getText());

const isInObject = ({ parent }: ts.Node): boolean => ts.isObjectLiteralExpression(parent);

const isVar = (node: ts.Node): boolean =>
  ts.isVariableStatement(node) && !(node.declarationList.flags & ts.NodeFlags.BlockScoped);

const isReference = (node: ts.Node): boolean =>
  ts.isIdentifier(node) ||
  ts.isPropertyAccessExpression(node) ||
  ts.isElementAccessExpression(node);

/** Whether a function stands in a block that is not the body of another one. */
const isNested = ({ parent }: ts.Node): boolean =>
  ts.isCaseOrDefaultClause(parent) || (ts.isBlock(parent) && !ts.isFunctionLike(parent.parent));

function isInConstructor(node: ts.Node): boolean {
  const owner = ts.findAncestor(
    node,
    (each) => !ts.isArrowFunction(each) && (ts.isFunctionLike(each) || ts.isClassElement(each)),
  );
  return owner !== undefined && ts.isConstructorDeclaration(owner);
}

/** A rest that is not the last: in an array that is assigned to, and in what an arrow function takes, Deno leaves it so. */
function isRestOfPattern(node: ts.Node): boolean {
  const rest = ts.findAncestor(
    node,
    (each) => ts.isBindingElement(each) || ts.isSpreadElement(each),
  );
  if (!rest || !ts.isArrayBindingPattern(rest.parent)) return !rest || ts.isBindingElement(rest);
  const parameter = ts.findAncestor(rest, ts.isParameter);
  return !parameter || !ts.isArrowFunction(parameter.parent);
}

/** `this.#count` in no class that has one. */
function isUndeclaredPrivate(node: ts.Node): boolean {
  if (!ts.isPrivateIdentifier(node)) return false;
  const declares = ({ name }: ts.ClassElement) =>
    name !== undefined && ts.isPrivateIdentifier(name) && name.text === node.text;
  return !ts.findAncestor(node, (each) => ts.isClassLike(each) && each.members.some(declares));
}

const isInType = (node: ts.Node): boolean =>
  ts.findAncestor(node, (each) => ts.isInterfaceDeclaration(each) || ts.isTypeLiteralNode(each)) !==
  undefined;
