import type { FloatNode, IntegerNode } from './tree.ts';

/** A value without its place, or why the word looks like one and is none. */
export type Found<Node> =
  Omit<Node, 'start' | 'end'> | { readonly problem: string; readonly isExcess?: true };

// No groups are repeated here: a number of ten million digits would exhaust the stack of the regex engine.
const DECIMAL = /^[+-]?(?:0|[1-9][\d_]*)$/;
const OTHER_BASE = /^0(?:x[\dA-Fa-f][\dA-Fa-f_]*|o[0-7][0-7_]*|b[01][01_]*)$/;
const FLOAT = /^[+-]?(?:0|[1-9][\d_]*)(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?$/;
const SPECIAL = /^([+-]?)(inf|nan)$/;
const STRAY_UNDERSCORE = /_(?!\d)|(?<!\d)_/;
const STRAY_UNDERSCORE_IN_HEX = /_(?![\dA-Fa-f])|(?<![\dA-Fa-f])_/;

/** Reads an integer of any size or a float; undefined if `word` is neither. */
export function number(word: string): Found<IntegerNode> | Found<FloatNode> | undefined {
  const digits = word.replaceAll('_', '');
  if (OTHER_BASE.test(word)) {
    return STRAY_UNDERSCORE_IN_HEX.test(word)
      ? undefined
      : { kind: 'integer', value: BigInt(digits) };
  }
  if (FLOAT.test(word)) {
    if (STRAY_UNDERSCORE.test(word)) return undefined;
    return DECIMAL.test(word) ? { kind: 'integer', value: decimal(digits) } : float(digits);
  }
  const special = SPECIAL.exec(word);
  if (special === null) return undefined;
  const sign = special[1] === '-' ? -1 : 1;
  return { kind: 'float', value: special[2] === 'inf' ? sign * Infinity : NaN };
}

function float(digits: string): Found<FloatNode> {
  const value = Number(digits);
  return Number.isFinite(value)
    ? { kind: 'float', value }
    : { problem: 'this number is too big for a float', isExcess: true };
}

/** BigInt takes a sign only without the plus. */
const decimal = (digits: string): bigint =>
  BigInt(digits.startsWith('+') ? digits.slice(1) : digits);

/** Not a number, but the toml crate finds out only when it hands the value out. */
export const isHalfNumber = (word: string): boolean =>
  /^0[xob]$/.test(word) ||
  (/^[+-]?[1-9]\d*_[^.eE ]*$/.test(word) && !STRAY_UNDERSCORE_IN_HEX.test(word));
