/** What TypeScript says, as Markdown. */
import ts from 'typescript';
import type { Signatures } from './messages.ts';

/** Longer types nobody reads. */
const LONGEST = 2000;

export function plainText(parts: readonly ts.SymbolDisplayPart[] = []): string {
  const text = ts.displayPartsToString([...parts]);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The comment of something, with its tags. */
export function wordsOf({
  documentation,
  tags = [],
}: {
  readonly documentation?: readonly ts.SymbolDisplayPart[];
  readonly tags?: readonly ts.JSDocTagInfo[];
}): string {
  const words = tags.map(({ name, text }) => `*@${name}* ${plainText(text)}`.trim());
  return [plainText(documentation), ...words].filter((part) => part !== '').join('\n\n');
}

export function signatureText(item: ts.SignatureHelpItem): Signatures['all'][number] {
  const parameters = item.parameters.map((each) => ({
    label: plainText(each.displayParts),
    markdown: plainText(each.documentation),
  }));
  const inner = parameters.map(({ label }) => label).join(plainText(item.separatorDisplayParts));
  return {
    label: plainText(item.prefixDisplayParts) + inner + plainText(item.suffixDisplayParts),
    markdown: wordsOf(item),
    parameters,
  };
}
