/** Formatting a resource file without changing what it says. */
import type { Schema } from '../schema/index.ts';
import { dataOf, parse, spanOf, type TomlData, type TomlDocument } from '../toml/index.ts';
import { inCoreStyle } from './coreStyle.ts';
import { differenceBetween } from './difference.ts';
import { inTaploStyle, type LayOut } from './taploStyle.ts';

export interface FormatOptions {
  /** `taplo` lays out what is there; `core` writes it as Core does. */
  readonly style: 'taplo' | 'core';
  /** One step of indentation. Core has its own. */
  readonly indent: string;
  readonly layOut: LayOut;
}

/** The file in its new form, or why it stays as it is, in words for people. */
export type Formatted = { readonly text: string } | { readonly refusal: string };

/**
 * Formats a document, unless it is no TOML or would not say the same after it, to TOML or to the Core of a version. No
 * comment is ever lost. Rejects when `layOut` does.
 */
export async function formatted(
  document: TomlDocument,
  schema: Schema,
  { style, indent, layOut }: FormatOptions,
): Promise<Formatted> {
  const data = dataOf(document);
  if (data.problems.length > 0) return { refusal: inWords(document, data) };
  const text =
    style === 'core'
      ? inCoreStyle(document, data, schema)
      : await inTaploStyle(document, layOut, indent);
  if (text === document.text) return { text };
  const difference = differenceBetween(document, parse(text, document.options), schema);
  if (difference === undefined) return { text };
  return { refusal: `Formatting would change ${difference}, so nothing was changed.` };
}

function inWords(document: TomlDocument, { problems: [first] }: TomlData): string {
  const line = document.text.slice(0, spanOf(document, first!.place).start).split('\n').length;
  return `Line ${line} is no TOML (${first!.message}). Mend it first.`;
}
