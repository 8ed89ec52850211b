import type { ResourceNode, Resources } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import { indexAt, type Block } from '../../komodo/toml/index.ts';
import type { Document } from './document.ts';

/** The block of a file, `[[stack]]` with all that belongs to it, that an offset stands in. */
export function resourceAt(
  document: Document,
  schema: Schema,
  offset: number,
): ResourceNode | undefined {
  const block = beginningAt(document, offset);
  const found = block && byBlock(document.resources(schema)).get(block);
  if (!found || found.length < 2) return found?.[0];
  // Several can stand in one block only as inline tables.
  return found.find(({ datum }) => {
    const { start, end } = document.spanOf(datum.place);
    return start <= offset && offset <= end;
  });
}

/** The block that begins what an offset stands in: the last one before it whose header is the first name alone. */
function beginningAt({ toml }: Document, offset: number): Block | undefined {
  const { blocks } = toml;
  let at = indexAt(toml, offset);
  const first = blocks[at]!.header?.key.parts[0]?.name;
  if (first === undefined) return blocks[at];
  const begins = ({ header }: Block) =>
    header?.key.parts.length === 1 && header.key.parts[0]?.name === first;
  while (at > 0 && !begins(blocks[at]!)) at--;
  return at > 0 ? blocks[at] : undefined;
}

function byBlock({ resources }: Resources): ReadonlyMap<Block, readonly ResourceNode[]> {
  let found = known.get(resources);
  if (!found) {
    found = new Map();
    for (const resource of resources) {
      const { block } = resource.datum.place;
      const others = found.get(block);
      if (others) others.push(resource);
      else found.set(block, [resource]);
    }
    known.set(resources, found);
  }
  return found;
}

const known = new WeakMap<readonly ResourceNode[], Map<Block, ResourceNode[]>>();
