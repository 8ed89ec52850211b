import { APOSTROPHE, BACKSLASH, CR, LF, QUOTE, isBlank } from './chars.ts';
import { readEscape } from './escapes.ts';
import { endOfOpenString, looksLikeOpening } from './lines.ts';
import type { Reader } from './reader.ts';
import type { StringNode } from './tree.ts';

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
  r.at++;
  const value = readContent(r, quote, r.text.length);
  if (r.peek() === quote.charCodeAt(0)) {
    r.at++;
    return { kind: 'string', ...r.span(start, r.at), value, quote };
  }
  r.fault(start, r.at, `this string is not closed: ${quote} is missing`);
  return { kind: 'string', ...r.span(start, r.at), value, quote, open: true };
}

function readMultiLine(r: Reader, quote: '"""' | "'''"): StringNode {
  const before = r.mark();
  const start = r.at;
  r.at += 3;
  const value = readContent(r, quote, r.text.length);
  if (!r.done && !(r.doubtful && looksLikeOpening(r.text, r.at))) {
    r.at += 3;
    const extra = readExtraQuotes(r, quote);
    return { kind: 'string', ...r.span(start, r.at), value: value + extra, quote };
  }
  const end = endOfOpenString(r.text, start, r.at);
  r.fault(start, start + 3, `this string is not closed: ${quote} is missing`);
  r.reset(before);
  r.at += 3;
  const recovered = readContent(r, quote, end);
  // As if it were closed here: else every fence that follows would count the wrong way round.
  if (quote === '"""') r.fences.moveTo(r.at, before.insideFence);
  r.flaw(start, start + 3, `this string is not closed: ${quote} is missing`);
  return { kind: 'string', ...r.span(start, r.at), value: recovered, quote, open: true };
}

/** One or two quotes more may stand before the three that close. */
function readExtraQuotes(r: Reader, quote: '"""' | "'''"): string {
  const start = r.at;
  while (r.at < start + 2 && r.peek() === quote.charCodeAt(0)) r.at++;
  return r.text.slice(start, r.at);
}

/**
 * Reads what stands between the quotes, up to the closing ones, `limit`, or the end of the line if `quote` is single.
 * A backslash inside of a fence reaches TOML doubled: in `"` and `"""` it then means itself, in `'` and `'''` there
 * are two.
 */
function readContent(r: Reader, quote: StringNode['quote'], limit: number): string {
  const { text } = r;
  const closing = quote.charCodeAt(0);
  const basic = closing === QUOTE;
  const multiLine = quote.length === 3;
  if (multiLine) skipFirstLineBreak(r, limit);
  let value = '';
  let from = r.at;
  while (r.at < limit) {
    const c = text.charCodeAt(r.at);
    if (c === closing) {
      if (!multiLine || isTriple(text, r.at)) break;
    } else if (c === BACKSLASH) {
      const doubled = r.fences.insideAt(r.at);
      if (basic !== doubled) {
        value += text.slice(from, r.at);
        if (basic) value += multiLine ? readMultiLineEscape(r) : readEscape(r);
        else value += '\\';
        from = r.at;
        if (basic) continue;
      }
    } else if (c === LF || c === CR) {
      const isBreak = c === LF || text.charCodeAt(r.at + 1) === LF;
      if (!multiLine && isBreak) break;
      if (!isBreak) r.flaw(r.at, r.at + 1, 'a carriage return must be followed by a newline');
    } else if (c < 0x20 || c === 0x7f || c >= 0xd800) {
      r.checkCharacter(r.at, 'a string');
    }
    r.at++;
  }
  return value + text.slice(from, r.at);
}

function skipFirstLineBreak(r: Reader, limit: number): void {
  if (r.peek() === CR && r.text.charCodeAt(r.at + 1) === LF) r.at += 2;
  else if (r.peek() === LF) r.at++;
  if (r.at > limit) r.at = limit;
}

/** As {@link readEscape}; besides, a backslash at the end of a line takes away all blanks and breaks that follow. */
function readMultiLineEscape(r: Reader): string {
  let end = r.at + 1;
  while (isBlank(r.text.charCodeAt(end))) end++;
  if (!isBreakAt(r.text, end)) return readEscape(r);
  while (isBlank(r.text.charCodeAt(end)) || isBreakAt(r.text, end)) end++;
  r.at = end;
  return '';
}

const isBreakAt = (text: string, at: number): boolean =>
  text.charCodeAt(at) === LF || (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF);
