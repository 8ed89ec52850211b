/** Comparisons that are never true: of an exit code with a number, of a state with a word that is none. */
import ts from 'typescript';
import { similarNames } from '../../komodo/resources/index.ts';
import type { ScriptMend } from './finding.ts';
import { visit } from './nodes.ts';

/** TypeScript's numbers for types that have nothing in common, in a comparison and in a `case`. */
const NO_OVERLAP: ReadonlySet<number> = new Set([2367, 2678]);

/**
 * What is likely meant: `code === 0` of a terminal, whose exit code is a text, is `code === "0"`; of a few texts it is the one
 * that is most like the one written.
 *
 * @param offset of the script in the module
 */
export function mendsOfComparison(
  source: ts.SourceFile,
  checker: ts.TypeChecker,
  { code, start }: ts.Diagnostic,
  offset: number,
): readonly ScriptMend[] {
  if (!NO_OVERLAP.has(code)) return [];
  const mends: ScriptMend[] = [];
  visit(source, (node) => {
    const sides = mends.length === 0 ? sidesOf(node) : undefined;
    if (!sides || sides.at.getStart(source) !== start) return;
    const { left, right } = sides;
    const mend = mendOf(left, right, checker) ?? mendOf(right, left, checker);
    if (!mend) return;
    const { written, text, because } = mend;
    const change = { start: written.getStart(source) - offset, end: written.end - offset, text };
    mends.push({ title: `Write \`${text}\`${because}`, changes: [change] });
  });
  return mends;
}

interface Mend {
  readonly written: ts.Expression;
  readonly text: string;
  readonly because: string;
}

/** The values that a node compares, and where TypeScript complains of it. */
function sidesOf(
  node: ts.Node,
):
  | { readonly left: ts.Expression; readonly right: ts.Expression; readonly at: ts.Node }
  | undefined {
  if (ts.isBinaryExpression(node)) return { left: node.left, right: node.right, at: node };
  if (!ts.isCaseClause(node)) return undefined;
  return { left: node.parent.parent.expression, right: node.expression, at: node.expression };
}

function mendOf(
  left: ts.Expression,
  written: ts.Expression,
  checker: ts.TypeChecker,
): Mend | undefined {
  const type = checker.getTypeAtLocation(left);
  if (ts.isNumericLiteral(written)) {
    const isText = (type.flags & ts.TypeFlags.String) !== 0;
    if (!isText) return undefined;
    return { written, text: `"${written.text}"`, because: ': it is compared with a text' };
  }
  if (!ts.isStringLiteral(written) || !type.isUnion()) return undefined;
  const texts = type.types.flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
  const [meant] = similarNames(written.text, [...new Set(texts)]);
  const quote = written.getText()[0]!;
  return meant === undefined ? undefined : { written, text: quote + meant + quote, because: '' };
}
