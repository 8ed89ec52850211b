/** The comment `# komodo: ignore[code]`: its word, and the codes in it. */
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { codes } from '../../komodo/checks/index.ts';
import type { Document } from '../workspace/document.ts';
import { itemsFrom } from './completionItem.ts';

/** What can stand in a comment at an offset; nothing unless it speaks to us. */
export function completeIgnored(document: Document, offset: number): CompletionItem[] {
  const block = document.blockAt(offset);
  const at = offset - document.startOf(block);
  const comment = block.comments.find(({ start, end }) => start < at && at <= end);
  if (!comment) return [];
  const before = document.text.slice(offset - (at - comment.start), offset);
  const list = /\bkomodo:\s*ignore\[([\w\s,-]*)$/.exec(before)?.[1];
  if (list !== undefined) return codesFor(document, offset, list);
  const word = /\bkomodo:\s*(\w*)$/.exec(before)?.[1];
  if (word === undefined) return [];
  return itemsFrom(document, { start: offset - word.length, end: offset }, [
    {
      label: 'ignore[]',
      kind: CompletionItemKind.Keyword,
      detail: 'leaves out what is found there',
      snippet: 'ignore[$1]',
      goesOn: true,
    },
  ]);
}

/** @param list what stands in the brackets up to the cursor */
function codesFor(document: Document, offset: number, list: string): CompletionItem[] {
  const typed = /[\w-]*$/.exec(list)![0];
  const more = /^[\w-]*/.exec(document.text.slice(offset, offset + 100))![0];
  const present = new Set(list.slice(0, list.length - typed.length).split(/[\s,]+/));
  const span = { start: offset - typed.length, end: offset + more.length };
  return itemsFrom(
    document,
    span,
    Object.entries(codes)
      .filter(([code]) => !present.has(code))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, about]) => ({
        label: code,
        kind: CompletionItemKind.EnumMember,
        detail: about,
        snippet: code,
      })),
  );
}
