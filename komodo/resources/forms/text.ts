import { trimmedEnd } from '../rustText.ts';
import { type FormReader, refuseForm } from './reader.ts';

/** The contents of a file: they end in one line break, or are empty. */
export const readFileContents: FormReader = (walk, type, given) => {
  if (given.kind !== 'string') return refuseForm(walk, type, given);
  const contents = trimmedEnd(given.value);
  return contents === '' ? '' : `${contents}\n`;
};
