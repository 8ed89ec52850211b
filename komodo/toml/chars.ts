/** Character codes and classes of TOML's grammar (toml.io/en/v1.1.0, the ABNF). */

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const APOSTROPHE = 0x27;
export const COMMA = 0x2c;
export const DOT = 0x2e;
export const COLON = 0x3a;
export const EQUALS = 0x3d;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
const DELETE = 0x7f;
const BYTE_ORDER_MARK = 0xfeff;

export const isBlank = (c: number): boolean => c === SPACE || c === TAB;

/** A letter, digit, `_` or `-`: what a key without quotes is made of. */
export const isBareKey = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) ||
  (c >= 0x41 && c <= 0x5a) ||
  (c >= 0x30 && c <= 0x39) ||
  c === 0x5f ||
  c === 0x2d;

/** A control character that TOML allows nowhere; line breaks are judged by their callers. */
export const isControl = (c: number): boolean => (c < SPACE && c !== TAB) || c === DELETE;

const isHighSurrogate = (c: number): boolean => c >= 0xd800 && c <= 0xdbff;
const isLowSurrogate = (c: number): boolean => c >= 0xdc00 && c <= 0xdfff;

/** Half of a surrogate pair without its other half: no Unicode text, and no UTF-8 can hold it. */
export function isLoneSurrogate(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c < 0xd800 || c > 0xdfff) return false;
  return isHighSurrogate(c)
    ? !isLowSurrogate(text.charCodeAt(at + 1))
    : !isHighSurrogate(text.charCodeAt(at - 1));
}

/** Length of the mark that editors on Windows put before the first character; it means nothing. */
export const byteOrderMark = (text: string): number =>
  text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;

/** What may not stand after a key or value without quotes. */
export const endsWord = (c: number): boolean =>
  c === SPACE ||
  c === TAB ||
  c === LF ||
  c === CR ||
  c === HASH ||
  c === COMMA ||
  c === EQUALS ||
  c === OPEN_BRACKET ||
  c === CLOSE_BRACKET ||
  c === OPEN_BRACE ||
  c === CLOSE_BRACE;
