import { isBlank } from './chars.ts';
import type { Reader } from './reader.ts';

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['"', '"'],
  ['\\', '\\'],
]);
const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ['u', 4],
  ['U', 8],
]);
/** What TOML 1.1 added. */
const SIMPLE_SINCE_11: ReadonlyMap<string, string> = new Map([...SIMPLE, ['e', '\u001b']]);
const HEX_DIGITS_SINCE_11: ReadonlyMap<string, number> = new Map([...HEX_DIGITS, ['x', 2]]);

const isHexDigit = (c: number): boolean =>
  (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x46) || (c >= 0x61 && c <= 0x66);

/** Passes the escape sequence that begins with the backslash here; what it stands for, '' if nothing. */
export function readEscape(r: Reader): string {
  const start = r.at;
  const letter = r.text.charAt(start + 1);
  const simple = (r.toml10 ? SIMPLE : SIMPLE_SINCE_11).get(letter);
  if (simple !== undefined) {
    r.at += 2;
    return simple;
  }
  const digits = (r.toml10 ? HEX_DIGITS : HEX_DIGITS_SINCE_11).get(letter);
  if (digits !== undefined) return readCodePoint(r, digits);
  const known = r.toml10
    ? '\\b \\t \\n \\f \\r \\" \\\\ \\uXXXX \\UXXXXXXXX'
    : '\\b \\t \\n \\f \\r \\e \\" \\\\ \\xXX \\uXXXX \\UXXXXXXXX';
  // The character after the backslash stays: it may be the line break or a quote that ends something.
  r.at++;
  const end = r.atLineEnd || isBlank(r.peek()) ? start + 1 : start + 2;
  r.flaw(start, end, `unknown escape; TOML knows ${known}`);
  return '';
}

function readCodePoint(r: Reader, digits: number): string {
  const start = r.at;
  const first = start + 2;
  let end = first;
  while (end < first + digits && isHexDigit(r.text.charCodeAt(end))) end++;
  r.at = end;
  if (end < first + digits) {
    r.flaw(
      start,
      end,
      `too few digits: \\${r.text.charAt(start + 1)} takes ${digits} hexadecimal digits`,
    );
    return '';
  }
  const code = Number.parseInt(r.text.slice(first, end), 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    r.flaw(start, end, 'this number is no Unicode character');
    return '';
  }
  return String.fromCodePoint(code);
}
