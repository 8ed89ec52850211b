import { isObject, type Json } from '../json.ts';
import { readItems } from '../readList.ts';
import { refused } from '../walk.ts';
import { type FormReader, refuseForm } from './reader.ts';

/** Reads lines of text, or a list of tables with two fields that become a line each. */
function pairReader(left: string, separator: string, right: string): FormReader {
  return (walk, type, given) => {
    if (given.kind === 'string') {
      return given.value === '' || given.value.endsWith('\n') ? given.value : `${given.value}\n`;
    }
    if (given.kind !== 'array') return refuseForm(walk, type, given);
    const items = readItems(walk, type.item!, given.items);
    if (items === refused) return refused;
    return items
      .map((item) => `  ${member(item, left)}${separator}${member(item, right)}\n`)
      .join('');
  };
}

function member(item: Json, name: string): string {
  const value = isObject(item) ? item.get(name) : undefined;
  return typeof value === 'string' ? value : '';
}

export const readEnvironment = pairReader('variable', ' = ', 'value');
export const readLabels = pairReader('variable', ': ', 'value');
export const readSignalLabels = pairReader('signal', ': ', 'label');
export const readConversions = pairReader('local', ': ', 'container');
