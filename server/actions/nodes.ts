/** What all that looks at a script by TypeScript has need of. */
import ts from 'typescript';
import type { Span } from '../../komodo/toml/index.ts';
import type { Script, Scripts } from './scripts.ts';

/** The place of a diagnostic in the script; undefined where it stands in the wrapper, be it in part. */
export function placeOf(
  { text, offset }: Script,
  { start, length }: ts.Diagnostic,
): Span | undefined {
  const from = (start ?? 0) - offset;
  const to = from + (length ?? 0);
  return from >= 0 && to <= text.length ? { start: from, end: to } : undefined;
}

/** The tree of a script with its wrapper. */
export function sourceOf({ service }: Scripts, { name }: Script): ts.SourceFile {
  return service.getProgram()!.getSourceFile(name)!;
}

/** Calls back for each node, outer ones first; without calling itself, for scripts may be nested deeply. */
export function visit(root: ts.Node, on: (node: ts.Node) => void): void {
  const waiting: ts.Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    on(node);
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    waiting.push(...children.reverse());
  }
}

/** The property whose name begins at an offset, and its object. */
export function objectAt(source: ts.SourceFile, offset: number) {
  let found:
    { object: ts.ObjectLiteralExpression; property: ts.ObjectLiteralElementLike } | undefined;
  visit(source, (object) => {
    if (!ts.isObjectLiteralExpression(object)) return;
    const property = object.properties.find(({ name }) => name?.getStart(source) === offset);
    if (property) found = { object, property };
  });
  return found;
}

/** A message of TypeScript as text. Of a type that is written out only the beginning is of use, of a part of a config its name. */
export function textOf(message: string | ts.DiagnosticMessageChain): string {
  return ts
    .flattenDiagnosticMessageText(message, '\n')
    .replace(/'(\{[^']{120}|[^']{60}\|[^']{60})[^']+'/g, "'$1…'")
    .replace(/\bPartConfig<(\w+)>/g, '$1');
}
