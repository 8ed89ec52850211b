import type { FloatNode, IntegerNode } from './tree.ts';

/** A value without its place, or why the word looks like one and is none. */
export type Found<Node> =
  Omit<Node, 'start' | 'end'> | { readonly problem: string; readonly isExcess?: true };

const DECIMAL = /^[+-]?(?:0|[1-9](?:_?\d)*)$/;
const OTHER_BASE = /^0(?:x[\dA-Fa-f](?:_?[\dA-Fa-f])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)$/;
const FLOAT = /^[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/;
const SPECIAL = /^([+-]?)(inf|nan)$/;

/** Reads an integer of any size or a float; undefined if `word` is neither. */
export function number(word: string): Found<IntegerNode> | Found<FloatNode> | undefined {
  if (DECIMAL.test(word)) return { kind: 'integer', value: decimal(word.replaceAll('_', '')) };
  if (OTHER_BASE.test(word)) return { kind: 'integer', value: BigInt(word.replaceAll('_', '')) };
  if (FLOAT.test(word)) {
    const value = Number(word.replaceAll('_', ''));
    return Number.isFinite(value)
      ? { kind: 'float', value }
      : { problem: 'this number is too big for a float', isExcess: true };
  }
  const special = SPECIAL.exec(word);
  if (special === null) return undefined;
  const sign = special[1] === '-' ? -1 : 1;
  return { kind: 'float', value: special[2] === 'inf' ? sign * Infinity : NaN };
}

/** BigInt takes a sign only without the plus. */
const decimal = (digits: string): bigint =>
  BigInt(digits.startsWith('+') ? digits.slice(1) : digits);

const LEAST = -(2n ** 63n);
const GREATEST = 2n ** 63n - 1n;

/** Whether an integer is one of the 64 bits that TOML asks for, and that Core can read. */
export const fits64Bits = (value: bigint): boolean => value >= LEAST && value <= GREATEST;

/** Not a number, but the toml crate finds out only when it hands the value out. */
export const isHalfNumber = (word: string): boolean =>
  /^0[xob]$/.test(word) ||
  (/^[+-]?[1-9]\d*_[^.eE ]*$/.test(word) && !/(?<![\dA-Fa-f])_|_(?![\dA-Fa-f])/.test(word));
