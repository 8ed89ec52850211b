import { type Span } from './list.ts';
import type { Pattern, PatternItem } from './pattern.ts';

/** A `#` that was meant to begin a comment: Core sees one only at the beginning of a line, or behind a blank. */
export interface UnseenComment extends Span {
  /** What Core makes of it: the item that the `#` stands in, and those behind it on its line. */
  readonly items: readonly PatternItem[];
}

/** In a pattern, where a `#` with a blank behind it stands right behind a name. */
export function unseenComments({ items, text }: Pattern): readonly UnseenComment[] {
  const found: UnseenComment[] = [];
  for (const [index, item] of items.entries()) {
    const at = /(?<=[^\p{White_Space}\\])#\p{White_Space}/u.exec(item.text)?.index;
    const before = found.at(-1);
    if (at === undefined || (before && item.start < before.end)) continue;
    const start = item.start + at;
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const behind = items.slice(index).findIndex((each) => each.start >= end);
    found.push({ start, end, items: items.slice(index, behind < 0 ? undefined : index + behind) });
  }
  return found;
}
