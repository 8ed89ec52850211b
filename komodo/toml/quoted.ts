/** Strings as somebody writes them: quoted so that Core reads the very text that is meant. */
import { edit } from './edit.ts';
import { FENCE } from './fences.ts';
import { nodesAt } from './locate.ts';
import type { Span, StringNode, TomlDocument } from './tree.ts';

type Quote = StringNode['quote'];

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
  quote?: Quote,
): string | undefined {
  const parity = fencesIn(document.text.slice(place.start, place.end)) % 2;
  return waysToWrite(value, quote).find(
    (text) => fencesIn(text) % 2 === parity && isRead(document, place, text, value),
  );
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

function waysToWrite(value: string, quote: Quote | undefined): readonly string[] {
  const long: readonly Quote[] = ['"""', "'''"];
  const short: readonly Quote[] = value.includes('\\') ? ["'", '"'] : ['"', "'"];
  const usual = value.includes('\n') ? [...long, ...short] : [...short, ...long];
  // What has several lines is better read on several lines.
  const kept = quote && (long.includes(quote) || !value.includes('\n')) ? [quote] : [];
  return [...new Set([...kept, ...usual])].flatMap((each) => written(value, each));
}

/** With escapes, and without: where Core takes backslashes as themselves there are none. */
function written(value: string, quote: Quote): readonly string[] {
  switch (quote) {
    case '"':
      return [`"${escaped(value, /["\\\p{Cc}]/gu)}"`, `"${value}"`];
    case '"""': {
      const opening = value.includes('\n') ? '"""\n' : '"""';
      return [`${opening}${value}"""`, `${opening}${escaped(value, /["\\]|[^\P{Cc}\n]/gu)}"""`];
    }
    case "'":
      return [`'${value}'`];
    case "'''":
      return [`'''${value.includes('\n') ? '\n' : ''}${value}'''`];
  }
}

const named: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

function escaped(value: string, what: RegExp): string {
  return value.replace(
    what,
    (sign) => named[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function fencesIn(text: string): number {
  return text.split(FENCE).length - 1;
}
