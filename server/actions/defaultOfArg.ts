/** What a member of `ARGS` is unless a run says otherwise; its type is told by the editor's own TypeScript. */
import { MarkupKind, type Hover } from 'vscode-languageserver';
import type { Document } from '../workspace/document.ts';

/** `ARGS.`, and what of a name stands behind it. */
const access = /\bARGS(?:\?\.|\.)([\p{ID_Continue}$]*)$/u;

/** The default of the argument at an offset of a file; null where none stands. */
export function defaultOfArg(document: Document, offset: number, args: object): Hover | null {
  const { text } = document;
  const found = access.exec(text.slice(Math.max(0, offset - 200), offset));
  if (!found) return null;
  const [behind] = /^[\p{ID_Continue}$]*/u.exec(text.slice(offset, offset + 200))!;
  const [start, end] = [offset - found[1]!.length, offset + behind.length];
  const named = new Map<string, unknown>(Object.entries(args));
  const name = text.slice(start, end);
  if (!named.has(name)) return null;
  return {
    contents: {
      kind: MarkupKind.Markdown,
      value: `By default \`${JSON.stringify(named.get(name))}\``,
    },
    range: document.lines.range(start, end),
  };
}
