import { patternsOf, type WrittenPattern } from '../../komodo/names/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { Document } from '../workspace/document.ts';
import { resourceAt } from '../workspace/resourceAt.ts';

/** The pattern whose string stands at an offset, or ends there. */
export function patternAt(
  document: Document,
  offset: number,
  schema: Schema,
): WrittenPattern | undefined {
  const resource = resourceAt(document, schema, offset);
  const patterns = resource ? patternsOf(resource, document.toml) : [];
  return patterns.find(({ place }) => {
    const { start, end } = document.spanOf(place);
    return start <= offset && offset <= end;
  });
}
