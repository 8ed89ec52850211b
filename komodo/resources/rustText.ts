/** How Rust, and serde, put values and lists of names into words: the errors of Core are made of it. */

/** A float as `Display` writes it: all digits, never an exponent. */
export function rustFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text = Object.is(value, -0) ? '-0' : String(value);
  const [, sign = '', digits = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  const all = digits + fraction;
  const point = digits.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  const whole = all.slice(0, point).padEnd(point, '0');
  return point < all.length ? `${sign}${whole}.${all.slice(point)}` : `${sign}${whole}`;
}

/** A float as serde names it in an error: `1.5`, `2.0`. */
export function floatWithPoint(value: number): string {
  const text = rustFloat(value);
  return Number.isFinite(value) && !text.includes('.') ? `${text}.0` : text;
}

/** A float as serde_json writes it: the shortest digits, with an exponent outside of 1e-5 … 1e16. */
export function jsonFloat(value: number): string {
  if (!Number.isFinite(value)) return 'null';
  const magnitude = Math.abs(value);
  if (magnitude === 0 || (magnitude >= 1e-5 && magnitude < 1e16)) return floatWithPoint(value);
  return value.toExponential();
}

const ESCAPED: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\0': '\\0',
  '\t': '\\t',
  '\r': '\\r',
  '\n': '\\n',
};
/** What `Debug` does not print as it is: quotes, controls, other white space, and marks that join what is before them. */
const UNPRINTED = /["\\]|(?! )[\p{C}\p{Z}]|\p{Grapheme_Extend}/gu;

/** A text as `Debug` writes it, in quotes. */
export function debugText(text: string): string {
  const escaped = text.replace(
    UNPRINTED,
    (char) => ESCAPED[char] ?? `\\u{${char.codePointAt(0)!.toString(16)}}`,
  );
  return `"${escaped}"`;
}

/** Names as serde lists what it would have taken. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length <= 2 ? quoted.join(' or ') : `one of ${quoted.join(', ')}`;
}

export function elements(count: number): string {
  return count === 1 ? '1 element' : `${count} elements`;
}
const OUTER_SPACE = /^\p{White_Space}+|\p{White_Space}+$/gu;
const SPACE_AT_END = /\p{White_Space}+$/u;

/** `str::trim`: JavaScript's own takes a byte order mark for space, and a "next line" for none. */
export function trimmed(text: string): string {
  return text.replace(OUTER_SPACE, '');
}

export function trimmedEnd(text: string): string {
  return text.replace(SPACE_AT_END, '');
}

/** Why Rust reads no integer from a text, or the integer. */
export function parsedInteger(
  text: string,
  least: bigint,
  greatest: bigint,
): bigint | { readonly problem: string } {
  if (text === '') return { problem: 'cannot parse integer from empty string' };
  if (!/^[+-]?\d+$/.test(text)) return { problem: 'invalid digit found in string' };
  const value = BigInt(text.replace(/^\+/, ''));
  if (value > greatest) return { problem: 'number too large to fit in target type' };
  if (value < least) return { problem: 'number too small to fit in target type' };
  return value;
}
