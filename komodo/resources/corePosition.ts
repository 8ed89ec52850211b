/**
 * Where Core says an error is: in the text as it rewrites it (every backslash between an odd `"""` and the next is
 * doubled), in bytes, and in lines and characters from 1.
 */
import { type Place, spanOf, type TomlDocument, utf8Length } from '../toml/index.ts';

export interface CorePosition {
  readonly line: number;
  readonly column: number;
  /** Offsets in bytes of UTF-8, in the text as Core rewrites it. */
  readonly span: readonly [number, number];
  /** The same in the text itself. */
  readonly sourceSpan: readonly [number, number];
  /** The line, as Core rewrites it. */
  readonly lineText: string;
}

/** The position of a place; without one, that of the start of the file. */
export function corePosition(document: TomlDocument, place?: Place): CorePosition {
  const { start, end } = place ? spanOf(document, place) : { start: 0, end: 0 };
  return corePositionAt(document.text, start, end);
}

/** The position of a piece of a text, by its offsets in UTF-16 code units. */
export function corePositionAt(text: string, from: number, to: number): CorePosition {
  // Core takes a position behind the last character for that character's line.
  const anchor = Math.min(from, Math.max(0, text.length - 1));
  const lineStart = anchor === 0 ? 0 : text.lastIndexOf('\n', anchor - 1) + 1;
  const lineEnd = endOfLine(text, lineStart);
  const doubled = doubledBackslashes(text, Math.max(to, lineEnd));
  const doubledBefore = (offset: number) => doubled.filter((at) => at < offset).length;
  const sourceSpan = [utf8Length(text, 0, from), utf8Length(text, 0, to)] as const;
  return {
    line: text.slice(0, lineStart).split('\n').length,
    column: codePoints(text, lineStart, from) + doubledBefore(from) - doubledBefore(lineStart) + 1,
    span: [sourceSpan[0] + doubledBefore(from), sourceSpan[1] + doubledBefore(to)],
    sourceSpan,
    lineText: rewritten(text, lineStart, lineEnd, doubled),
  };
}

function endOfLine(text: string, lineStart: number): number {
  const end = text.indexOf('\n', lineStart);
  return end < 0 ? text.length : end;
}

function rewritten(text: string, from: number, to: number, doubled: readonly number[]): string {
  let line = '';
  let written = from;
  for (const at of doubled.filter((offset) => offset >= from && offset < to)) {
    line += `${text.slice(written, at)}\\`;
    written = at;
  }
  return line + text.slice(written, to);
}

/** Offsets of the backslashes up to `end` that Core doubles. */
function doubledBackslashes(text: string, end: number): readonly number[] {
  const found: number[] = [];
  let isInside = false;
  for (let at = 0; at < end; at++) {
    if (text.startsWith('"""', at)) {
      isInside = !isInside;
      at += 2;
    } else if (isInside && text[at] === '\\') {
      found.push(at);
    }
  }
  return found;
}

function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit >= 0xe000) count++;
  }
  return count;
}
