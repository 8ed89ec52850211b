/** Completion items, built alike by all that complete. */
import {
  CompletionItemTag,
  InsertTextFormat,
  type CompletionItem,
  type CompletionItemKind,
} from 'vscode-languageserver';
import type { NameKind } from '../../komodo/names/index.ts';
import type { Span } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Editor } from '../workspace/workspace.ts';
import { plainText } from './valueSnippet.ts';

/** What documentation is looked up by, when an editor asks for it: a type, with a field or variant; a name; a zone. */
export type ItemData =
  | { readonly type: string; readonly field?: string; readonly variant?: string }
  | { readonly name: string; readonly kinds: readonly NameKind[] }
  | { readonly zone: string };

export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What is written; an LSP snippet. */
  readonly snippet: string;
  readonly detail?: string | undefined;
  readonly data?: ItemData;
  /** What is typed to find it; the label unless given. */
  readonly filter?: string;
  /** There is more to be completed in what was inserted. */
  readonly goesOn?: boolean;
  /** The Core that files are checked for has it not. */
  readonly isLacking?: true;
}

/**
 * Items that write proposals in the place of a part of the text, in the order given.
 *
 * @param span on one line, as LSP wants it
 */
export function itemsFrom(
  document: Document,
  span: Span,
  proposals: readonly Proposal[],
): CompletionItem[] {
  const range = document.lines.range(span.start, span.end);
  const width = String(proposals.length).length;
  return proposals.map((proposal, index) => {
    const { label, kind, snippet, detail, data, filter, goesOn, isLacking } = proposal;
    return {
      label,
      kind,
      sortText: String(index).padStart(width, '0'),
      filterText: unclosed(filter ?? label),
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { range, newText: snippet },
      ...(detail !== undefined && { detail }),
      ...(data && { data }),
      ...(isLacking && { tags: [CompletionItemTag.Deprecated] }),
      ...(goesOn && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
    };
  });
}

/**
 * A text without the brackets and quotes at its end. Who has typed those is done: what is proposed goes away, and Enter begins
 * a line.
 */
function unclosed(text: string): string {
  return text.replace(/(?<=[^\]}"'])[\]}"']+$/, '');
}

/** What the Core that files are checked for has not: shown all the same, so that people learn what they would need. */
export function lacking(proposal: Proposal, needed: string): Proposal {
  return { ...proposal, detail: needed, isLacking: true, goesOn: false };
}

/** An item as an editor understands it. */
export function forEditor(
  item: CompletionItem,
  { snippets, suggestsAgain }: Editor,
): CompletionItem {
  const { command, ...rest } = item;
  const understood = snippets ? rest : withoutSnippet(rest);
  return command && suggestsAgain ? { ...understood, command } : understood;
}

function withoutSnippet(item: CompletionItem): CompletionItem {
  const { textEdit } = item;
  if (!textEdit) return item;
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { ...textEdit, newText: plainText(textEdit.newText) },
  };
}

/** A text in a snippet, as itself. */
export function literally(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A text as a TOML string. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
