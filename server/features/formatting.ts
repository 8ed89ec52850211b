import type { FormattingOptions } from 'vscode-languageserver';
import type { Schema } from '../../komodo/schema/index.ts';
import type { FormattedFile } from '../../protocol/lsp.ts';
import type { Format } from '../formatter/formatter.ts';
import type { Document } from '../workspace/document.ts';
import type { Settings } from '../workspace/settings.ts';
import { lineEdits } from './lineEdits.ts';

/** How a file changes when it is formatted; a refusal where it would say something else, and where the formatter fails. */
export async function formatting(
  { text }: Document,
  schema: Schema,
  { formatStyle: style }: Settings,
  { insertSpaces, tabSize }: FormattingOptions,
  format: Format,
): Promise<FormattedFile> {
  const indent = insertSpaces ? ' '.repeat(tabSize) : '\t';
  try {
    const formatted = await format({ text, core: schema.version, style, indent });
    return 'text' in formatted ? { edits: lineEdits(text, formatted.text) } : formatted;
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}
