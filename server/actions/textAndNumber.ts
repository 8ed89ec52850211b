/** A text is compared with a number: `code === 0` of a terminal, whose exit code is a text. It is never equal. */
import ts from 'typescript';
import type { ScriptMend } from './finding.ts';
import { visit } from './nodes.ts';

/** TypeScript's number for types that have nothing in common. */
const NO_OVERLAP = 2367;

/**
 * Writes the number as a text.
 *
 * @param offset of the script in the module
 */
export function mendsOfComparison(
  source: ts.SourceFile,
  { code, start }: ts.Diagnostic,
  message: string,
  offset: number,
): readonly ScriptMend[] {
  const isOfBoth = message.includes("'string' and 'number'");
  if (code !== NO_OVERLAP || !isOfBoth) return [];
  const mends: ScriptMend[] = [];
  visit(source, (node) => {
    if (!ts.isBinaryExpression(node) || node.getStart(source) !== start) return;
    const { right } = node;
    if (mends.length > 0 || !ts.isNumericLiteral(right)) return;
    const text = `"${right.text}"`;
    const change = { start: right.getStart(source) - offset, end: right.end - offset, text };
    mends.push({ title: `Write \`${text}\`: it is compared with a text`, changes: [change] });
  });
  return mends;
}
