import ts from 'typescript';
import type { ScriptRule } from './rule.ts';

/** `if (ready) function run() {}`: a declaration can't be all that an `if` or a loop has; TypeScript says nothing of it. */
export const declaredWithoutBlock: ScriptRule = (node, { source }) => {
  if (!ts.isFunctionDeclaration(node) && !ts.isClassDeclaration(node)) return undefined;
  // What has no body is a type, which Deno leaves out.
  if (ts.isFunctionDeclaration(node) && !node.body) return undefined;
  const { parent } = node;
  if (!ts.isIfStatement(parent) && !ts.isIterationStatement(parent, false)) return undefined;
  const start = node.getStart(source);
  const word = ts.isClassDeclaration(node) ? 'class' : 'function';
  return {
    code: 'script-syntax',
    class: 'fails',
    message: `A ${word} can’t stand here without \`{\` and \`}\`: Deno refuses the script.`,
    start,
    end: node.name?.end ?? node.end,
    mends: [
      {
        title: 'Put it between `{` and `}`',
        changes: [
          { start, end: start, text: '{ ' },
          { start: node.end, end: node.end, text: ' }' },
        ],
      },
    ],
  };
};
