/** What was meant by a value of a shape that Core refuses, and how it is written. */
import type { Given } from './given.ts';

/** A way to write the same in a shape that Core takes. */
export type Rewrite =
  | 'as-list'
  | 'as-one-text'
  | 'in-quotes'
  | 'without-quotes'
  | 'as-lines'
  | 'as-command'
  | 'as-one-table'
  | 'as-tables';

/** What to type, said behind Core's own words. */
export const rewriteAdvice: Readonly<Record<Rewrite, string>> = {
  'as-list': 'Write it in brackets: `["…"]`.',
  'as-one-text': 'Write one text, without brackets.',
  'in-quotes': 'Write it in quotes.',
  'without-quotes': 'Write it without quotes.',
  'as-lines': 'Write it as lines of text between `"""`, each `NAME=value`.',
  'as-command': 'Write the text under `command` in it.',
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
      return wantsText(expected) ? 'in-quotes' : undefined;
    case 'array':
      if (given.datum.kind === 'array' && given.datum.ofTables)
        return wantsText(expected) ? undefined : 'as-one-table';
      return wantsText(expected) && given.items.every(({ kind }) => kind === 'string')
        ? 'as-one-text'
        : undefined;
    case 'table':
      return wantsLines(expected) && !given.isDate ? 'as-lines' : undefined;
    case 'null':
    case 'broken':
      return undefined;
  }
}

function rewriteOfText(expected: string, text: string): Rewrite | undefined {
  if (expected === 'a sequence' || expected === 'a set') return 'as-list';
  if (expected === 'struct SystemCommand') return 'as-command';
  const isBoolean = expected === 'a boolean' && /^(true|false)$/.test(text);
  const isNumber = /^[iuf]\d+$/.test(expected) && /^-?(0|[1-9]\d{0,9})$/.test(text);
  return isBoolean || isNumber ? 'without-quotes' : undefined;
}

function wantsText(expected: string): boolean {
  return expected === 'a string' || /\bstring$/.test(expected);
}

/** Pairs of names and values, a line each. */
function wantsLines(expected: string): boolean {
  return expected.endsWith('Vec<EnvironmentVar>');
}
