import { APOSTROPHE, BACKSLASH, CR, LF, QUOTE, isBlank } from './chars.ts';
import { readEscape } from './escapes.ts';
import { endOfOpenString, looksLikeOpening } from './lines.ts';
import { LONE_RETURN } from './reader.ts';
import type { Mark, Piece, Reader } from './reader.ts';
import type { StringNode } from './tree.ts';

type LongQuote = '"""' | "'''";

/** Whether three quotes of one kind stand at `offset`. */
export function isTriple(text: string, offset: number): boolean {
  const c = text.charCodeAt(offset);
  return (
    (c === QUOTE || c === APOSTROPHE) &&
    text.charCodeAt(offset + 1) === c &&
    text.charCodeAt(offset + 2) === c
  );
}

/** Reads the string whose first quote is here. */
export function readString(r: Reader): StringNode {
  const basic = r.peek() === QUOTE;
  return isTriple(r.text, r.at)
    ? readMultiLine(r, basic ? '"""' : "'''")
    : readOneLine(r, basic ? '"' : "'");
}

function readOneLine(r: Reader, quote: '"' | "'"): StringNode {
  const start = r.at;
  const known = r.problems.length;
  r.at++;
  const { value } = readContent(r, quote, r.text.length);
  if (r.peek() === quote.charCodeAt(0)) {
    r.at++;
    return { kind: 'string', start: r.inBlock(start), end: r.inBlock(r.at), value, quote };
  }
  // Where it was meant to end is not known, so that the rest of the line may hold things that are none of its own.
  r.problems.length = known;
  r.doubt(start, r.at, notClosed(quote) + escapedQuote(r, quote, start));
  return {
    kind: 'string',
    start: r.inBlock(start),
    end: r.inBlock(r.at),
    value,
    quote,
    open: true,
  };
}

function readMultiLine(r: Reader, quote: LongQuote): StringNode {
  const before = r.mark();
  const start = r.at;
  r.at += 3;
  const content = readContent(r, quote, r.text.length);
  if (!r.done && !(isWary(r) && looksLikeOpening(r.text, r.at))) {
    // One or two quotes more may stand before the three that close.
    let quotes = 3;
    while (quotes < 5 && r.text.charCodeAt(r.at + quotes) === quote.charCodeAt(0)) quotes++;
    content.take(r.at + quotes - 3);
    r.at += quotes;
    return {
      kind: 'string',
      start: r.inBlock(start),
      end: r.inBlock(r.at),
      value: content.value,
      quote,
    };
  }
  if (r.mode === 'guess') return readOpenMultiLine(r, quote, before);
  r.doubt(start, start + 3, notClosed(quote), r.at);
  return {
    kind: 'string',
    start: r.inBlock(start),
    end: r.inBlock(r.at),
    value: content.value,
    quote,
    open: true,
  };
}

/** Something in the block is wrong: closing quotes that look like opening ones may be it. */
const isWary = (r: Reader): boolean => r.mode === 'trial' || r.mode === 'guess';

/** Reads anew, from `before`, a string whose closing quotes are missing or look like those that open another one. */
function readOpenMultiLine(r: Reader, quote: LongQuote, before: Mark): StringNode {
  const start = before.at;
  const end = endOfOpenString(r.text, start, r.at);
  r.reset(before);
  r.at += 3;
  const { value } = readContent(r, quote, end);
  // As if it were closed here: else every fence that follows would count the wrong way round.
  if (quote === '"""') r.fences.moveTo(r.at, before.insideFence);
  r.doubt(start, start + 3, notClosed(quote));
  return {
    kind: 'string',
    start: r.inBlock(start),
    end: r.inBlock(r.at),
    value,
    quote,
    open: true,
  };
}

const notClosed = (quote: string): string => `this string is not closed: ${quote} is missing`;

/** What a person may not know, who wrote a backslash last: `"\^web-.*$\"`. */
function escapedQuote(r: Reader, quote: string, start: number): string {
  if (quote !== '"' || !r.text.slice(start, r.at).includes('\\"')) return '';
  return '; the one behind a backslash is part of the text';
}

/** The value of a string, put together from the pieces of its source. */
class Content {
  value = '';
  readonly #text: string;
  readonly #pieces: Piece[] | undefined;
  /** Where what is not yet in the value begins. */
  #from: number;

  /** @param start where the string begins. */
  constructor({ text, at, traced }: Reader, start: number) {
    this.#text = text;
    this.#from = at;
    if (traced?.start !== start) return;
    // Read for the second time, by guesses, the first counts no more.
    traced.pieces.length = 0;
    this.#pieces = traced.pieces;
  }

  /** What stands up to `end` stands for itself. */
  take(end: number): void {
    // A traced string has at least one piece, so that an empty one has its place too.
    if (end > this.#from || this.#pieces?.length === 0) {
      this.put(this.#text.slice(this.#from, end), end, true);
    }
  }

  /** What stands up to `end` stands for `value`. */
  put(value: string, end: number, isLiteral = false): void {
    const start = this.value.length;
    this.value += value;
    const span = { start, end: this.value.length };
    this.#pieces?.push({ start: this.#from, end, value: span, isLiteral });
    this.#from = end;
  }
}

/**
 * Reads what stands between the quotes, up to the closing ones, `limit`, or the end of the line if `quote` is single.
 * A backslash inside of a fence reaches TOML doubled: in `"` and `"""` it then means itself, in `'` and `'''` there
 * are two.
 */
function readContent(r: Reader, quote: StringNode['quote'], limit: number): Content {
  const { text } = r;
  const closing = quote.charCodeAt(0);
  const basic = closing === QUOTE;
  const multiLine = quote.length === 3;
  const start = r.at - quote.length;
  if (multiLine) skipFirstLineBreak(r, limit);
  const content = new Content(r, start);
  while (r.at < limit) {
    const c = text.charCodeAt(r.at);
    if (c === closing) {
      if (!multiLine || isTriple(text, r.at)) break;
    } else if (c === BACKSLASH) {
      if (basic !== r.fences.insideAt(r.at)) {
        content.take(r.at);
        const value = basic ? readBasicEscape(r, multiLine) : readDoubled(r);
        content.put(value, r.at);
        continue;
      }
    } else if (c === LF || c === CR) {
      const isBreak = isBreakAt(text, r.at);
      if (!multiLine && isBreak) break;
      if (!isBreak) r.flaw(r.at, r.at + 1, LONE_RETURN);
    } else if (c < 0x20 || c === 0x7f || c >= 0xd800) {
      const wrong = r.forbidden(r.at);
      if (wrong !== undefined) r.flaw(r.at, r.at + 1, `a string may not hold ${wrong}`);
    }
    r.at++;
  }
  // An escaped line break may have led past the limit.
  r.at = Math.min(r.at, limit);
  content.take(r.at);
  return content;
}

function readDoubled(r: Reader): string {
  r.at++;
  return '\\\\';
}

function skipFirstLineBreak(r: Reader, limit: number): void {
  if (isBreakAt(r.text, r.at)) r.at = Math.min(r.at + (r.peek() === CR ? 2 : 1), limit);
}

/** In `"""`, a backslash at the end of a line takes away all blanks and breaks that follow. */
function readBasicEscape(r: Reader, multiLine: boolean): string {
  let end = r.at + 1;
  while (isBlank(r.text.charCodeAt(end))) end++;
  if (!multiLine || !isBreakAt(r.text, end)) return readEscape(r);
  while (isBlank(r.text.charCodeAt(end)) || isBreakAt(r.text, end)) {
    end += r.text.charCodeAt(end) === CR ? 2 : 1;
  }
  r.at = end;
  return '';
}

const isBreakAt = (text: string, at: number): boolean =>
  text.charCodeAt(at) === LF || (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF);
