import { dataOf, parse, spanOf } from '../index.ts';
import type { Datum, TomlDocument, TomlOptions } from '../index.ts';

/** A value as JSON would have it: dates as their text, what is missing or invalid as `undefined`. */
export function plain(datum: Datum): unknown {
  if (datum.kind === 'array') return datum.items.map(plain);
  if (datum.kind === 'table') {
    return Object.fromEntries([...datum.entries].map(([name, { value }]) => [name, plain(value)]));
  }
  const { node } = datum;
  if (node.kind === 'missing' || node.kind === 'invalid') return undefined;
  return typeof node.value === 'bigint' ? Number(node.value) : node.value;
}

/** What a text means. */
export const valueOf = (text: string, options?: TomlOptions): unknown =>
  plain(dataOf(parse(text, options)).root);

/** The problems of a text, as `line: the marked text: message`. */
export function problemsOf(text: string, options?: TomlOptions): string[] {
  const document = parse(text, options);
  return dataOf(document).problems.map(({ message, place }) => {
    const { start, end } = spanOf(document, place);
    return `${lineOf(document, start)}: ${text.slice(start, end)}: ${message}`;
  });
}

/** The line of an offset, from 1. Core takes the end of the text for part of its last line. */
export function lineOf({ text }: TomlDocument, offset: number): number {
  return text.slice(0, Math.max(0, Math.min(offset, text.length - 1))).split('\n').length;
}
