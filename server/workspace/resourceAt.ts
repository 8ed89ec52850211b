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
  const block = beginningOf(document, indexAt(document.toml, offset));
  const found = block && byBlock(document.resources(schema)).get(block);
  if (!found || found.length < 2) return found?.[0];
  // Several can stand in one block only as inline tables.
  return found.find(({ datum }) => {
    const { start, end } = document.spanOf(datum.place);
    return start <= offset && offset <= end;
  });
}

/** The blocks of a file of which something stands between two offsets. */
export function resourcesBetween(
  document: Document,
  schema: Schema,
  first: number,
  last: number,
): readonly ResourceNode[] {
  const { toml } = document;
  const found = new Set<ResourceNode>();
  const known = byBlock(document.resources(schema));
  for (let index = indexAt(toml, first); index <= indexAt(toml, last); index++) {
    const block = beginningOf(document, index);
    for (const resource of (block && known.get(block)) ?? []) found.add(resource);
  }
  return [...found];
}

/** The block that begins what one belongs to: the last one before it whose header is its first name alone. */
function beginningOf({ toml }: Document, index: number): Block | undefined {
  const { blocks } = toml;
  const first = blocks[index]!.header?.key.parts[0]?.name;
  if (first === undefined) return blocks[index];
  const begins = ({ header }: Block) =>
    header?.key.parts.length === 1 && header.key.parts[0]?.name === first;
  let at = index;
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
