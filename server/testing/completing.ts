/** Completion as an editor asks for it, at a `|` in a text. */
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { completion } from '../features/completion.ts';
import type { Context } from '../features/context.ts';
import { contextWith, inventoryWith } from './context.ts';
import { textIn, withCursor } from './text.ts';

export const procedure = '[[procedure]]\nname = "p"\n';
export const stage = `${procedure}[[procedure.config.stage]]\nname = "One"\n`;
export const workspace = inventoryWith(
  { stack: ['db', 'web'], server: ['s1'], procedure: ['p'], resource_sync: ['main'] },
  { tags: ['prod'], variables: ['TOKEN'] },
);

export interface Completed extends CompletionItem {
  /** What is replaced. */
  readonly replaced: string;
  readonly written: string;
}

export function complete(marked: string, given: Partial<Context> = { workspace }): Completed[] {
  const { document, position } = withCursor(marked);
  return completion(document, position, contextWith(given)).map((item) => {
    const { range, newText } = item.textEdit as TextEdit;
    return { ...item, replaced: textIn(document, range), written: newText };
  });
}
export const labels = (marked: string, given?: Partial<Context>) =>
  complete(marked, given).map(({ label }) => label);
export const item = (label: string, marked: string) =>
  complete(marked).find((each) => each.label === label);
