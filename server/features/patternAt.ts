import {
  patternsOf,
  permissionPatternsOf,
  scriptNamesOf,
  type Picker,
  type WrittenPattern,
} from '../../komodo/names/index.ts';
import type { ResourceNode } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { Document } from '../workspace/document.ts';
import { resourceAt } from '../workspace/resourceAt.ts';

/** A pattern that stands in a file: of a Batch execution, or of a permission of a user group (see its mode). */
export type PatternInFile = Pick<WrittenPattern | Picker, 'kind' | 'pattern' | 'place'>;

/** The patterns in a block, in its order. */
export function patternsIn(resource: ResourceNode, { toml }: Document): readonly PatternInFile[] {
  return [...patternsOf(resource, toml), ...permissionPatternsOf(resource, toml)];
}

/** The pattern whose string stands at an offset, or ends there. */
export const patternAt = foundAt(patternsIn);

/** The patterns that the script of a block gives to Batch executions; their place is what stands between the quotes. */
export function scriptPatternsIn(
  resource: ResourceNode,
  { toml }: Document,
): readonly PatternInFile[] {
  return scriptNamesOf(resource, toml).pickers;
}

/** The one of {@link scriptPatternsIn} at an offset. */
export const scriptPatternAt = foundAt(scriptPatternsIn);

function foundAt(patterns: typeof patternsIn) {
  return (document: Document, offset: number, schema: Schema): PatternInFile | undefined => {
    const resource = resourceAt(document, schema, offset);
    return (resource ? patterns(resource, document) : []).find(({ place }) => {
      const { start, end } = document.spanOf(place);
      return start <= offset && offset <= end;
    });
  };
}
