/**
 * TOML as Core writes it. It is not always TOML that Core can read: in a text of one line quotes are escaped and
 * backslashes are not, and a text of several lines is put between `"""` as it is.
 */
import { arrayText, inlineArray, tableText } from '../../komodo/format/index.ts';
import type { Json, JsonObject } from '../json/tree.ts';

/** `key = value` for everything in an object; objects in it become dotted keys, empty texts and nulls are left out. */
export function pairs(object: JsonObject, prefix = '', array = arrayText): string[] {
  return Object.entries(object).flatMap(([name, value]) => pair(`${prefix}${name}`, value, array));
}

/**
 * The lines below a header. Core begins every entry but the first with a line break, so an empty line is all that is
 * left of a first entry that is left out.
 */
export function linesBelow(table: JsonObject, prefix = ''): string[] {
  const lines = pairs(table, prefix);
  const [first] = Object.entries(table);
  const isLeftOut = first !== undefined && pair(...first, arrayText).length === 0;
  return isLeftOut ? ['', ...lines] : lines;
}

function pair(key: string, value: Json, array: typeof arrayText): string[] {
  if (value === null || value === '') return [];
  if (Array.isArray(value)) return [`${key} = ${array(itemTexts(value))}`];
  if (typeof value === 'string') return [`${key} = ${stringText(value)}`];
  if (typeof value !== 'object') return [`${key} = ${String(value)}`];
  if (Object.keys(value).length === 0) return [`${key} = {}`];
  return pairs(value, `${key}.`, array);
}

/** Empty texts are left out here too. */
function itemTexts(items: readonly Json[]): string[] {
  return items.filter((item) => item !== null && item !== '').map(itemText);
}

/** In an array even a text of several lines stands between `"`. */
function itemText(item: Json): string {
  if (typeof item === 'string') return lineText(item);
  if (Array.isArray(item)) return inlineArray(item.map(itemText));
  if (item !== null && typeof item === 'object') return tableText(pairs(item, '', inlineArray));
  return String(item);
}

function stringText(text: string): string {
  return text.includes('\n') ? `"""\n${text}"""` : lineText(text);
}

function lineText(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
