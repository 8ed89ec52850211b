/** What a line looks like to somebody who cannot read what stands before it. Used for recovery alone. */

import { CR, LF, isBlank } from './chars.ts';
import { STRAY_MARKER, isMarker } from './conflicts.ts';
import type { Reader } from './reader.ts';

/** A header of bare keys: `[stack.config]`, `[[procedure]] # …`; `[true]` and `["x"]` could as well be array items. */
const HEADER =
  /[ \t]*\[{1,2}[ \t]*(?!(?:true|false|inf|nan)\b)[A-Za-z_][\w-]*(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\r\n]*"|'[^'\r\n]*')){0,80}(?:[ \t]*\.)?(?:[ \t]*\]{1,2})?[ \t]*(?:#|$)/my;
/** `name = `, `a.b."c" = `. */
const PAIR =
  /[ \t]*(?:[\w-]+|"[^"\r\n]*"|'[^'\r\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\r\n]*"|'[^'\r\n]*')){0,80}[ \t]*=/y;

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** Whether the line that begins at `offset` looks like a header. */
export const looksLikeHeader = (text: string, offset: number): boolean =>
  matchesAt(HEADER, text, offset);

/** Whether the line that begins at `offset` looks like a key and its `=`. */
export const looksLikePair = (text: string, offset: number): boolean =>
  matchesAt(PAIR, text, offset);

export const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** Whether the quotes at `offset` look like those that open a value: `environment = """`, nothing else before. */
export function looksLikeOpening(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  if (!looksLikePair(text, start)) return false;
  return /^[ \t]*[\w.-]+[ \t]+=[ \t]*$/.test(text.slice(start, offset));
}

/** Width of the blanks a line begins with. */
export function indentation(text: string, offset: number): number {
  let end = offset;
  while (isBlank(text.charCodeAt(end))) end++;
  return end - offset;
}

/**
 * Where a multi-line string that was opened at `start` and never closed is best taken to end: before the first line
 * that looks like a header, else before the line at `end`.
 */
export function endOfOpenString(text: string, start: number, end: number): number {
  for (let line = nextLine(text, start); line < end; line = nextLine(text, line)) {
    if (looksLikeHeader(text, line)) return line;
  }
  return end === text.length ? end : lineStart(text, end);
}

function nextLine(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found < 0 ? text.length : found + 1;
}

/**
 * Whether the line that begins here looks as if the array or inline table being read had ended before it: a header,
 * a pair where only items can stand, or a pair that is not set further in than the one the container belongs to.
 */
export function leavesContainer(r: Reader, inTable: boolean): boolean {
  if (!r.atLineStart) return false;
  if (looksLikeHeader(r.text, r.at)) return true;
  if (!looksLikePair(r.text, r.at)) return false;
  return !inTable || indentation(r.text, r.at) <= r.indent;
}

/** Passes a line that a merge conflict has left, up to its line break, if one begins here. */
export function skipMarker(r: Reader): boolean {
  if (!r.atLineStart || !isMarker(r.text, r.at)) return false;
  const start = r.at;
  r.skipLine();
  r.fault(start, r.at, STRAY_MARKER);
  return true;
}

/** The end of the line before, if a line begins at `offset`; else `offset`. */
export function lineEndBefore(text: string, offset: number): number {
  if (!isLineBreak(text.charCodeAt(offset - 1))) return offset;
  const isPair = text.charCodeAt(offset - 1) === LF && text.charCodeAt(offset - 2) === CR;
  return offset - (isPair ? 2 : 1);
}

const isLineBreak = (c: number): boolean => c === LF || c === CR;
