/** A workspace of a few files, with a `|` in the text of one of them where the cursor stands. */
import type { Position, Range } from 'vscode-languageserver';
import type { Context } from '../features/context.ts';
import { Document } from '../workspace/document.ts';
import { NameIndex } from '../workspace/nameIndex.ts';
import { namesIn, namesOnDisk } from '../workspace/names.ts';
import { contextWith } from './context.ts';
import { textIn } from './text.ts';

export interface Files {
  /** The file with the cursor, which is open; the others are on disk. */
  readonly document: Document;
  readonly position: Position;
  readonly context: Context;
  /** All of them by name. */
  readonly documents: ReadonlyMap<string, Document>;
  /** `stacks.toml:2 web`: the file, the line from 1, and what stands there. */
  readonly place: (location: { readonly uri: string; readonly range: Range }) => string;
}

export function filesWith(
  texts: Readonly<Record<string, string>>,
  given: Partial<Context> = {},
): Files {
  const documents = new Map<string, Document>();
  const index = new NameIndex();
  const { schema } = contextWith(given);
  let cursor: Pick<Files, 'document' | 'position'> | undefined;
  for (const [name, marked] of Object.entries(texts)) {
    const offset = marked.indexOf('|');
    const text = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
    const document = Document.of(uriOf(name), offset < 0 ? null : 1, text);
    if (offset >= 0) cursor = { document, position: document.lines.positionAt(offset) };
    documents.set(name, document);
    index.set(name, (offset < 0 ? namesOnDisk : namesIn)(document, schema));
  }
  if (!cursor) throw new Error('no | in any of the texts');
  return {
    ...cursor,
    documents,
    context: contextWith({ index, workspace: index.inventory, ...given }),
    place({ uri, range }) {
      const name = uri.slice(uriOf('').length);
      return `${name}:${range.start.line + 1} ${textIn(documents.get(name)!, range)}`;
    },
  };
}

function uriOf(name: string): string {
  return `file:///files/${name}`;
}
