/** Mends that write another name. */
import type { Place } from '../toml/index.ts';
import type { Mend } from './finding.ts';

/**
 * Writes another name where one stands; nothing where the new one could not stand between any quotes as it is.
 *
 * @param place the old name, without quotes
 */
export function changingTo(name: string, place: Place): Mend[] {
  return isPlain(name) ? [{ title: `Change to \`${name}\``, edits: [{ place, text: name }] }] : [];
}

function isPlain(name: string): boolean {
  return name !== '' && !/["'\\\p{Cc}]/u.test(name);
}
