/** What was meant by a value of a shape that Core refuses, and how it is written. */
import type { Given } from './given.ts';

/** A way to write the same in a shape that Core takes. */
export type Rewrite =
  | 'as-list'
  | 'as-one-text'
  | 'in-quotes'
  | 'without-quotes'
  | 'as-boolean'
  | 'as-milliseconds'
  | 'as-whole-number'
  | 'as-image'
  | 'as-endpoint'
  | 'as-text-lines'
  | 'as-lines'
  | 'as-command'
  | 'as-extra-arg'
  | 'as-one-table'
  | 'as-tables';

/** What to type, said behind Core's own words. */
export const rewriteAdvice: Readonly<Record<Rewrite, string>> = {
  'as-list': 'Write it in brackets: `["…"]`.',
  'as-one-text': 'Write one text, without brackets.',
  'in-quotes': 'Write it in quotes.',
  'without-quotes': 'Write it without quotes.',
  'as-boolean': 'Write `true` or `false`, without quotes.',
  'as-milliseconds': 'Write the number of milliseconds, without quotes.',
  'as-whole-number': 'Write a whole number.',
  'as-image': 'Write `image.type = "Image"` and `image.params.image = "…"`.',
  'as-endpoint': 'Write `endpoint.type` and `endpoint.params.url = "…"`.',
  'as-text-lines': 'Write the list as one text between `"""`, each item on a line.',
  'as-lines': 'Write it as lines of text between `"""`, each `NAME=value`.',
  'as-command': 'Write the text under `command` in it.',
  'as-extra-arg': 'Write it as an item of `extra_args`.',
  'as-one-table':
    'Core takes one table here, not a list of them: write its header in single brackets.',
  'as-tables': 'Core takes a list of tables here: write its header in double brackets.',
};

/**
 * @param expected what serde hopes for, in its own words
 * @param given of a file; JSON has no notation of its own to be mended
 */
export function rewriteOf(expected: string, given: Given): Rewrite | undefined {
  if (!given.datum) return undefined;
  switch (given.kind) {
    case 'string':
      return rewriteOfText(expected, given.value);
    case 'boolean':
    case 'integer':
    case 'float':
      if (wantsText(expected)) return 'in-quotes';
      if (isLine(expected)) return 'as-text-lines';
      return given.kind === 'float' && isWhole(expected) ? 'as-whole-number' : undefined;
    case 'array':
      if (given.datum.kind === 'array' && given.datum.ofTables)
        return wantsText(expected) ? undefined : 'as-one-table';
      return wantsText(expected) && given.items.every(({ kind }) => kind === 'string')
        ? 'as-one-text'
        : undefined;
    case 'table':
      return wantsLines(expected) && !given.isDate ? 'as-lines' : undefined;
    case 'broken':
      if (given.isTooBig !== 'integer') return undefined;
      return isWhole(expected) ? 'as-whole-number' : 'in-quotes';
    case 'null':
      return undefined;
  }
}

function rewriteOfText(expected: string, text: string): Rewrite | undefined {
  if (expected === 'a sequence' || expected === 'a set') return 'as-list';
  if (expected === 'struct SystemCommand') return 'as-command';
  if (expected === 'adjacently tagged enum DeploymentImage') return 'as-image';
  if (expected === 'adjacently tagged enum AlerterEndpoint') return 'as-endpoint';
  if (isLine(expected)) return 'as-text-lines';
  if (expected === 'a boolean' && /^(?:yes|no|on|off)$|^(?:true|false)$/i.test(text))
    return /^(?:true|false)$/.test(text) ? 'without-quotes' : 'as-boolean';
  // Nothing but the duration of a `Sleep` is so long.
  if (expected === 'i64' && millisecondsOf(text) !== undefined) return 'as-milliseconds';
  const isNumber = /^[iuf]\d+$/.test(expected) && /^-?(0|[1-9]\d{0,9})$/.test(text);
  return isNumber ? 'without-quotes' : undefined;
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** "5s", "1.5 min": what people write for a duration, as a whole number of milliseconds. */
export function millisecondsOf(text: string): number | undefined {
  const written =
    /^(\d{1,9}(?:\.\d{1,3})?) ?(ms|s|m|h)(?:ecs?|econds?|ins?|inutes?|rs?|ours?)?$/.exec(text);
  const [, count, unit] = written ?? [];
  const value = count === undefined ? undefined : Number(count) * units[unit!]!;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** An item of a list that people write as lines of text: `A=b`, `8080:80`. */
function isLine(expected: string): boolean {
  return expected === 'struct EnvironmentVar' || expected === 'struct Conversion';
}

function isWhole(expected: string): boolean {
  return /^[iu]\d+$/.test(expected);
}

function wantsText(expected: string): boolean {
  return expected === 'a string' || /\bstring$/.test(expected);
}

/** Pairs of names and values, a line each. */
function wantsLines(expected: string): boolean {
  return expected.endsWith('Vec<EnvironmentVar>');
}
