/** Blocks that belong together by their headers. */
import type { Block } from '../../../komodo/toml/index.ts';
import type { Document } from '../../workspace/document.ts';

export const namesOf = (block: Block | undefined): readonly string[] =>
  block?.header?.key.parts.map((part) => part.name) ?? [];

/** Whether the header of a block leads to a table under a path, or to one at it. */
export function isUnder(block: Block | undefined, path: readonly string[]): boolean {
  const names = namesOf(block);
  return names.length >= path.length && path.every((name, index) => name === names[index]);
}

/** The blocks right behind one that lead to tables under the path of its header, or under a longer path that is given. */
export function blocksUnder(
  document: Document,
  block: Block,
  path = namesOf(block),
): readonly Block[] {
  const { blocks } = document.toml;
  const start = blocks.indexOf(block) + 1;
  const depth = namesOf(block).length;
  const count = blocks
    .slice(start)
    .findIndex((next) => !isUnder(next, path) || namesOf(next).length === depth);
  return blocks.slice(start, count < 0 ? undefined : start + count);
}
