/**
 * Laying out a file with taplo, which knows TOML 1.0 alone. Core reads more than that; what taplo would not understand is
 * hidden from it, and comes out as it went in.
 */
import { nodesIn, parse, type Span, type TomlDocument, type ValueNode } from '../toml/index.ts';
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
  const { text, held } = withoutSome(document, masked, signs);
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

/** The text with a number in place of each value that taplo is not to see, and how these are to stand there. */
function withoutSome(
  document: TomlDocument,
  text: string,
  { value: sign }: Signs,
): { readonly text: string; readonly held: readonly string[] } {
  const older = parse(text, { version: '1.0', core: false });
  const problems = older.blocks.flatMap((block, index) =>
    block.problems.map(({ start }) => older.starts[index]! + start),
  );
  const held = document.blocks.flatMap((block, index) => {
    const base = document.starts[index]!;
    return block.pairs.flatMap(({ value }): Held[] => {
      const [start, end] = [base + value.start, base + value.end];
      const written = text.slice(start, end);
      // On a long line taplo stumbles over a comment behind a scalar.
      const comment = isScalar(value) ? commentBehind(document, index, value.end) : undefined;
      if (comment) {
        const said = text.slice(base + comment.start, base + comment.end);
        return [{ start, end: base + comment.end, text: `${written} ${said}` }];
      }
      const isNewer = problems.some((at) => start <= at && at <= end);
      return isNewer ? [{ start, end, text: written }] : [];
    });
  });
  const parts = held.map(({ start }, number) => {
    const before = text.slice(held[number - 1]?.end ?? 0, start);
    return `${before}"${sign}${number}"`;
  });
  return {
    text: [...parts, text.slice(held.at(-1)?.end ?? 0)].join(''),
    held: held.map((each) => each.text),
  };
}

interface Held extends Span {
  readonly text: string;
}

const isScalar = ({ kind }: ValueNode): boolean => kind !== 'array' && kind !== 'inline-table';

/** The comment that follows an offset of a block on its line. */
function commentBehind(document: TomlDocument, index: number, offset: number): Span | undefined {
  const base = document.starts[index]!;
  const comment = document.blocks[index]!.comments.find(({ start }) => start >= offset);
  const between = document.text.slice(base + offset, base + (comment?.start ?? offset));
  return /^[ \t]*$/.test(between) ? comment : undefined;
}
