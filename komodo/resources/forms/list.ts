import { readItems } from '../readList.ts';
import { trimmed } from '../rustText.ts';
import { refused } from '../walk.ts';
import { type FormReader, refuseForm } from './reader.ts';

/** A list of texts, or one text that lists them by lines and commas. */
export const readStringList: FormReader = (walk, type, given) => {
  if (given.kind === 'string') return listed(given.value);
  return given.kind === 'array'
    ? readItems(walk, type.item!, given.items)
    : refuseForm(walk, type, given);
};

/** The entries of a text; `#` comments out a line, and after a space the rest of one. */
function listed(text: string): readonly string[] {
  return text
    .split('\n')
    .map(trimmed)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => line.split(' #', 1)[0]!.split(','))
    .map(trimmed)
    .filter((entry) => entry !== '');
}

/** A list of tables, or one table for a list of it alone. */
export const readItemOrList: FormReader = (walk, type, given) => {
  if (given.kind === 'array') return readItems(walk, type.item!, given.items);
  if (given.kind !== 'table') return refuseForm(walk, type, given);
  const item = walk.read(walk, type.item!, given);
  return item === refused ? refused : [item];
};
