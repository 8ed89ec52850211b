/**
 * TOML as Core writes it. It is not always TOML that Core can read: in a text of one line quotes are escaped and
 * backslashes are not, and a text of several lines is put between `"""` as it is.
 */
import type { Json, JsonObject } from '../json/tree.ts';

/** Items of an array stand on one line as long as they are no longer than this together. */
const longestLine = 30;

/** `key = value` for everything in an object; objects in it become dotted keys, empty texts and nulls are left out. */
export function pairs(object: JsonObject, prefix = ''): string[] {
  return Object.entries(object).flatMap(([name, value]) => pair(`${prefix}${name}`, value));
}

function pair(key: string, value: Json): string[] {
  if (value === null || value === '') return [];
  if (typeof value !== 'object' || Array.isArray(value)) return [`${key} = ${valueText(value)}`];
  if (Object.keys(value).length === 0) return [`${key} = {}`];
  return pairs(value, `${key}.`);
}

function valueText(value: Json): string {
  if (typeof value === 'string') return stringText(value);
  if (Array.isArray(value)) return arrayText(value);
  if (value !== null && typeof value === 'object') return `{ ${pairs(value).join(', ')} }`;
  return String(value);
}

function stringText(text: string): string {
  if (text.includes('\n')) return `"""\n${text}"""`;
  return `"${text.replaceAll('"', '\\"')}"`;
}

function arrayText(items: readonly Json[]): string {
  const texts = items.map(valueText);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length <= longestLine) return `[${texts.join(', ')}]`;
  return `[\n${texts.map((text) => `  ${text}`).join(',\n')}\n]`;
}
