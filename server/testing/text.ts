/** Test text with a `|` where the cursor stands. */
import type { Position, Range } from 'vscode-languageserver';
import { Document } from '../workspace/document.ts';

export function documentOf(text: string): Document {
  return Document.of('file:///test.toml', 1, text);
}

export interface TextWithCursor {
  readonly document: Document;
  readonly offset: number;
  readonly position: Position;
}

/** The text without its one `|`, and where that stood. */
export function withCursor(marked: string): TextWithCursor {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error(`no | in ${marked}`);
  const document = documentOf(marked.slice(0, offset) + marked.slice(offset + 1));
  return { document, offset, position: document.lines.positionAt(offset) };
}

/** The text that a range covers. */
export function textIn(document: Document, { start, end }: Range): string {
  return document.text.slice(document.lines.offsetAt(start), document.lines.offsetAt(end));
}
