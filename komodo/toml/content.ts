import { startOf } from './locate.ts';
import { stringMap } from './stringMap.ts';
import type { Datum, Place, Span, TomlDocument } from './tree.ts';

/** What stands between the quotes of a string; of anything else, and of a string left open, as much as there is. */
export function contentOf({ place, ...datum }: Datum): Place {
  if (!('node' in datum) || datum.node.kind !== 'string') return place;
  const { quote, open } = datum.node;
  const start = place.start + quote.length;
  return { ...place, start, end: Math.max(start, place.end - (open ? 0 : quote.length)) };
}

/**
 * Where a part of a string's value is written. The block is read again for it (see {@link stringMap}), so ask only where
 * the part is to be shown.
 *
 * @param place of the string
 * @param part offsets in its value, in UTF-16 code units
 */
export function placeWithin(toml: TomlDocument, place: Place, part: Span): Place {
  const { start, end } = stringMap(toml, place).sourceOf(part);
  const base = startOf(toml, place.block) ?? 0;
  return { block: place.block, start: start - base, end: end - base };
}
