import { patternsOf, type WrittenPattern } from '../../komodo/names/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { Document } from '../workspace/document.ts';
import { resourceAt } from '../workspace/resourceAt.ts';

/** The patterns of all Batch executions in a file. */
export function patternsInFile(document: Document, schema: Schema): readonly WrittenPattern[] {
  const { resources } = document.resources(schema);
  return resources.flatMap((resource) => patternsOf(resource, document.toml));
}

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
