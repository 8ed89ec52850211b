/**
 * Laying out a file with taplo, which knows TOML 1.0 alone. Core reads more than that; what taplo would not understand is
 * hidden from it, and comes out as it went in.
 */
import { nodesIn, parse, type Span, type TomlDocument } from '../toml/index.ts';
import { lineBreakOf } from './lineBreak.ts';

export interface LayOutOptions {
  /** One step of indentation. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
}

/** Lays out a text of TOML 1.0, as taplo does. Rejects when it cannot. */
export type LayOut = (text: string, options: LayOutOptions) => Promise<string>;

/**
 * taplo's own words for how it is to lay out. Comments stay beside what they are about: executions make long lines, and
 * aligned with those they would end up far away.
 */
export function taploOptions({ indent, eol }: LayOutOptions) {
  return { indentString: indent, crlf: eol === '\r\n', alignComments: false };
}

/** @param indent one step of indentation. */
export async function inTaploStyle(
  document: TomlDocument,
  layOut: LayOut,
  indent: string,
): Promise<string> {
  const signs = unusedSigns(document.text);
  const masked = withoutEscapes(document, signs);
  const { text, held } = withoutNewerValues(document, masked, signs);
  const laidOut = await layOut(text, { indent, eol: lineBreakOf(document.text) });
  const { backslash, quote, value } = signs;
  return laidOut
    .replace(new RegExp(`"${value}(\\d+)"`, 'g'), (_, number) => held[Number(number)]!)
    .replaceAll(backslash, '\\')
    .replaceAll(quote, '"');
}

/** Characters to stand for others for a while: private ones, that the text does not have. */
interface Signs {
  readonly backslash: string;
  readonly quote: string;
  readonly value: string;
}

function unusedSigns(text: string): Signs {
  const found: string[] = [];
  for (let code = 0xe000; found.length < 3; code++) {
    const sign = String.fromCharCode(code);
    if (!text.includes(sign)) found.push(sign);
  }
  const [backslash, quote, value] = found;
  return { backslash: backslash!, quote: quote!, value: value! };
}

/** Escapes are Core's and TOML 1.1's business: no string has one left. Nothing gets longer or shorter. */
function withoutEscapes(document: TomlDocument, { backslash, quote }: Signs): string {
  const { text } = document;
  const parts: string[] = [];
  let end = 0;
  for (const string of stringsIn(document)) {
    const quotes = /^("""|'''|"|')/.exec(text.slice(string.start, string.start + 3))![0].length;
    const body = text.slice(string.start + quotes, string.end - quotes);
    parts.push(text.slice(end, string.start + quotes));
    parts.push(body.replaceAll('\\', backslash).replaceAll('"', quote));
    end = string.end - quotes;
  }
  return [...parts, text.slice(end)].join('');
}

/** In the order of the text, keys in quotes too. */
function stringsIn({ blocks, starts }: TomlDocument): readonly Span[] {
  return blocks.flatMap((block, index) =>
    nodesIn(block)
      .filter((node) => ('quote' in node ? node.quote !== '' : false))
      .map(({ start, end }) => ({ start: starts[index]! + start, end: starts[index]! + end })),
  );
}

/** The text with a number in place of each value that TOML 1.0 does not allow, and these values. */
function withoutNewerValues(
  document: TomlDocument,
  text: string,
  { value: sign }: Signs,
): { readonly text: string; readonly held: readonly string[] } {
  const older = parse(text, { version: '1.0', core: false });
  const problems = older.blocks.flatMap((block, index) =>
    block.problems.map(({ start }) => older.starts[index]! + start),
  );
  const values = document.blocks.flatMap((block, index) => {
    const base = document.starts[index]!;
    return block.pairs
      .map(({ value }) => ({ start: base + value.start, end: base + value.end }))
      .filter(({ start, end }) => problems.some((at) => start <= at && at <= end));
  });
  const held = values.map(({ start, end }) => text.slice(start, end));
  const parts = values.map(({ start }, number) => {
    const before = text.slice(values[number - 1]?.end ?? 0, start);
    return `${before}"${sign}${number}"`;
  });
  return { text: [...parts, text.slice(values.at(-1)?.end ?? 0)].join(''), held };
}
