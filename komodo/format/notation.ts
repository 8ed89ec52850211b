/**
 * How Core lays out the TOML that it writes: when it exports resources, and when it writes them back into the files of
 * a managed ResourceSync.
 */
import { utf8Length } from '../toml/index.ts';

/** Between two resources. */
export const separator = '##';

/** Items of an array stand on one line as long as they take no more bytes than this together. */
const longestLine = 30;

const tab = '  ';

/** An array that is the value of a key. */
export function arrayText(items: readonly string[]): string {
  const length = items.reduce((sum, item) => sum + utf8Length(item, 0, item.length), 0);
  return length <= longestLine ? inlineArray(items) : longArray(items);
}

/** An array in another array or in braces. */
export function inlineArray(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}

function longArray(items: readonly string[]): string {
  return linesInBrackets(
    items.map((item, index) => (index < items.length - 1 ? `${item},` : item)),
  );
}

/** An array of which each line is given as it stands, commas included. */
export function linesInBrackets(lines: readonly string[]): string {
  return `[\n${lines.map((line) => `${tab}${line}\n`).join('')}]`;
}

/** An inline table of pairs with dotted keys. */
export function tableText(pairs: readonly string[]): string {
  return `{ ${pairs.join(', ')} }`;
}
