import { startOf } from './locate.ts';
import { stringMap } from './stringMap.ts';
import type { Block, Datum, Place, Span, TomlDocument } from './tree.ts';

/** What stands between the quotes of a string; of anything else, and of a string left open, as much as there is. */
export function contentOf({ place, ...datum }: Datum): Place {
  if (!('node' in datum) || datum.node.kind !== 'string') return place;
  const { quote, open } = datum.node;
  const start = place.start + quote.length;
  return { ...place, start, end: Math.max(start, place.end - (open ? 0 : quote.length)) };
}

/** As {@link placesWithin}, for one part. */
export function placeWithin(toml: TomlDocument, place: Place, part: Span): Place {
  return placesWithin(toml, place, [part])[0]!;
}

/**
 * Where parts of a string's value are written. Where the string has backslashes the block is read again for it, once
 * (see {@link stringMap}), so ask only where the parts are to be shown.
 *
 * @param place of the string
 * @param parts offsets in its value, in UTF-16 code units
 */
export function placesWithin(
  toml: TomlDocument,
  place: Place,
  parts: readonly Span[],
): readonly Place[] {
  if (parts.length === 0) return [];
  const base = startOf(toml, place.block) ?? 0;
  const opening = plainOpening(toml.text.slice(base + place.start, base + place.end));
  const inBlock = opening === undefined ? mapped(toml, place, base) : undefined;
  return parts.map((part) => {
    const { start, end } = inBlock?.(part) ?? {
      start: part.start + place.start + opening!,
      end: part.end + place.start + opening!,
    };
    return { block: place.block, start, end };
  });
}

/** By block, which never changes, and the start of a string in it: from offsets in its value to such in the block. */
const maps = new WeakMap<Block, Map<number, (part: Span) => Span>>();

function mapped(toml: TomlDocument, place: Place, base: number): (part: Span) => Span {
  const ofBlock = maps.get(place.block) ?? new Map<number, (part: Span) => Span>();
  maps.set(place.block, ofBlock);
  let inBlock = ofBlock.get(place.start);
  if (!inBlock) {
    const map = stringMap(toml, place);
    inBlock = (part) => {
      const { start, end } = map.sourceOf(part);
      return { start: start - base, end: end - base };
    };
    ofBlock.set(place.start, inBlock);
  }
  return inBlock;
}

/** The length of what stands before the value of a string in which every character stands for itself; else undefined. */
function plainOpening(written: string): number | undefined {
  return written.includes('\\')
    ? undefined
    : /^(?:"""|''')(?:\r?\n)?|^["']/.exec(written)?.[0].length;
}
