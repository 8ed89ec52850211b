import type { Block, TomlDocument } from './tree.ts';

/**
 * Blocks that have nothing to do with the others of their document: an item of an array, `[[stack]]` with the
 * `[stack.config]` that goes on from it; a table, `[package]`; the pairs before the first header; a header without a
 * name, which belongs to nothing.
 */
export interface Part {
  /** The blocks in the order of the text; others may stand between them. */
  readonly blocks: readonly Block[];
  /** It is one item of an array; of the same name there may be more parts. */
  readonly isItem: boolean;
}

interface OpenPart extends Part {
  readonly blocks: Block[];
}

/**
 * The parts of a document, in the order in which they begin. Undefined where one name is used in ways that TOML forbids
 * together (`[stack]` beside `[[stack]]`): what is wrong can then be said only of the document as a whole.
 */
export function divide({ blocks }: TomlDocument): readonly Part[] | undefined {
  const [beginning, ...others] = blocks;
  const parts: OpenPart[] = [{ blocks: [beginning!], isItem: false }];
  const pairNames = new Set(beginning!.pairs.map(({ key }) => key.parts[0]!.name));
  /** The part that a header with this first name goes on with. */
  const latest = new Map<string, OpenPart>();

  for (const block of others) {
    const { kind, key } = block.header!;
    const [first] = key.parts;
    const isAlone = key.parts.length === 1;
    if (first!.missing) {
      parts.push({ blocks: [block], isItem: false });
      continue;
    }
    const name = first!.name;
    if (pairNames.has(name)) return undefined;
    const known = latest.get(name);
    if (known && !isAlone) {
      known.blocks.push(block);
      continue;
    }
    const isItem = isAlone && kind === 'array';
    if (known && !(known.isItem && isItem)) return undefined;
    const part: OpenPart = { blocks: [block], isItem };
    parts.push(part);
    latest.set(name, part);
  }
  return parts;
}
