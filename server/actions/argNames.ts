/** What can be read of the `ARGS` of a script that an editor's own TypeScript looks at: of the Action it knows nothing. */
import {
  CompletionItemKind,
  MarkupKind,
  type CompletionItem,
  type Hover,
} from 'vscode-languageserver';
import { typeOfArgs } from '../../komodo/actions/index.ts';
import type { Span } from '../../komodo/toml/index.ts';
import { itemsFrom, literally } from '../features/completionItem.ts';
import type { Document } from '../workspace/document.ts';

/** `ARGS.`, and what of a name stands behind it. */
const access = /\bARGS(?:\?\.|\.)([\p{ID_Continue}$]*)$/u;
/** What can stand behind a dot. */
const member = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** The arguments that can be named at an offset of the file; undefined where none can. */
export function completeArgs(
  document: Document,
  offset: number,
  args: object,
): CompletionItem[] | undefined {
  const span = nameBehindArgs(document.text, offset);
  if (!span) return undefined;
  const named = Object.entries(args).filter(([name]) => member.test(name));
  return itemsFrom(
    document,
    span,
    named.map(([name, value]) => ({
      label: name,
      kind: CompletionItemKind.Property,
      snippet: literally(name),
      detail: typeOfArgs(value),
    })),
  );
}

/** The type of the argument at an offset of the file, and its default; null where none of these stands. */
export function argHover(document: Document, offset: number, args: object): Hover | null {
  const { text } = document;
  const span = nameBehindArgs(text, offset);
  if (!span) return null;
  const named = new Map<string, unknown>(Object.entries(args));
  const name = text.slice(span.start, span.end);
  if (!named.has(name)) return null;
  const value = named.get(name);
  const type = `\`\`\`typescript\n(argument) ${name}: ${typeOfArgs(value)}\n\`\`\``;
  const contents = {
    kind: MarkupKind.Markdown,
    value: `${type}\n\nBy default \`${JSON.stringify(value)}\``,
  };
  return { contents, range: document.lines.range(span.start, span.end) };
}

function nameBehindArgs(text: string, offset: number): Span | undefined {
  const found = access.exec(text.slice(Math.max(0, offset - 200), offset));
  if (!found) return undefined;
  const behind = /^[\p{ID_Continue}$]*/u.exec(text.slice(offset, offset + 200))![0];
  return { start: offset - found[1]!.length, end: offset + behind.length };
}
