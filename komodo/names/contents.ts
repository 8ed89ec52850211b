import type { Datum } from '../toml/index.ts';

/**
 * What a table says, in a number: where two say the same in whatever order it is the same, else most surely not (FNV-1a).
 */
export function contentsOf(datum: Datum): number {
  return hashed(datum, BASIS) >>> 0;
}

const BASIS = 0x811c9dc5;

function hashed(datum: Datum, before: number): number {
  switch (datum.kind) {
    case 'table': {
      // A sum is the same in whatever order.
      let inside = 0;
      for (const [name, { value }] of datum.entries) {
        inside = (inside + hashed(value, withText(name, BASIS))) | 0;
      }
      return withText(`{${inside}}`, before);
    }
    case 'array':
      return withText(
        ']',
        datum.items.reduce((hash, item) => hashed(item, hash), withText('[', before)),
      );
    case 'scalar': {
      const { node } = datum;
      return withText('value' in node ? String(node.value) : '', withText(node.kind, before));
    }
  }
}

function withText(text: string, before: number): number {
  let hash = before;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  // So that "a", "b" is not "ab".
  return Math.imul(hash ^ 0x1ffff, 0x01000193);
}
