/** Strings as somebody writes them: quoted so that Core reads the very text that is meant. */
import { edit } from './edit.ts';
import { turnsFences } from './fences.ts';
import { indexAt, nodesAt } from './locate.ts';
import { quotedAs, type Notation } from './notations.ts';
import type { Span, TomlDocument } from './tree.ts';

/**
 * A value as a string that can take the place of what stands in a span of the document. It is tried there: what Core
 * makes of a backslash depends on the `"""` before it, so the first way of writing it counts that is read as the
 * value and leaves the rest of the file as it is.
 *
 * @param place offsets in the text; a whole string, or an empty span where a value can stand
 * @param quote the quotes that are kept where they can hold the value
 * @returns undefined where no string can hold it there
 */
export function quotedFor(
  document: TomlDocument,
  place: Span,
  value: string,
  quote?: Notation,
): string | undefined {
  const around = {
    insideFence: isInsideFence(document, place.start),
    eol: document.text.includes('\r\n') ? '\r\n' : '\n',
  } as const;
  return waysToWrite(value, quote)
    .map((way) => quotedAs(way, value, around))
    .find((text) => text !== undefined && isRead(document, place, text, value));
}

/** Whether Core has seen an odd number of `"""` before an offset. */
export function isInsideFence(document: TomlDocument, offset: number): boolean {
  const at = indexAt(document, offset);
  const before = document.text.slice(document.starts[at], offset);
  return document.insideFence[at] !== turnsFences(before);
}

function isRead(document: TomlDocument, { start, end }: Span, text: string, value: string) {
  const { block, start: base, nodes } = nodesAt(edit(document, start, end, text), start + 1);
  const node = nodes.at(-1);
  return (
    node !== undefined &&
    'kind' in node &&
    node.kind === 'string' &&
    node.value === value &&
    base + node.start === start &&
    base + node.end === start + text.length &&
    !block.problems.some((problem) => problem.start < node.end && node.start < problem.end)
  );
}

function waysToWrite(value: string, quote: Notation | undefined): readonly Notation[] {
  const long: readonly Notation[] = ['"""', "'''"];
  const short: readonly Notation[] = value.includes('\\') ? ["'", '"'] : ['"', "'"];
  const usual = value.includes('\n') ? [...long, ...short] : [...short, ...long];
  // What has several lines is better read on several lines.
  const kept = quote && (long.includes(quote) || !value.includes('\n')) ? [quote] : [];
  return [...kept, ...usual];
}
