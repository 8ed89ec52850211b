/** The headers of a file as a tree: `[stack.config]` stands under the `[[stack]]` before it. */
import type { Block, PairNode, Span } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';

export interface Section extends Span {
  readonly block: Block;
  /** Offset in the text at which the block's own offsets begin to count. */
  readonly base: number;
  readonly path: readonly string[];
  readonly sections: readonly Section[];
}

/**
 * The sections of a file in the order of the text; the pairs before the first header are none. A section begins at its
 * header and ends behind the last thing that belongs to it, so that comments before the next header are left out.
 */
export function sectionsOf(document: Document): readonly Section[] {
  const top: Section[] = [];
  const open: (Section & { end: number; sections: Section[] })[] = [];
  document.toml.blocks.forEach((block, index) => {
    const { header, pairs } = block;
    if (!header) return;
    const base = document.toml.starts[index]!;
    const path = header.key.parts.map((part) => part.name);
    const end = trimmedEnd(document.text, base + Math.max(header.end, pairs.at(-1)?.end ?? 0));
    const section = { block, base, path, start: base + header.start, end, sections: [] };
    while (open.length > 0 && !isUnder(open.at(-1)!.path, path)) open.pop();
    for (const above of open) above.end = end;
    (open.at(-1)?.sections ?? top).push(section);
    open.push(section);
  });
  return top;
}

/** A value that is not closed yet goes on to the next thing after it. */
function trimmedEnd(text: string, end: number): number {
  let last = end;
  while (/\s/.test(text.charAt(last - 1))) last--;
  return last;
}

function isUnder(above: readonly string[], path: readonly string[]): boolean {
  return above.length < path.length && above.every((name, index) => name === path[index]);
}

/** The text of the pair with this key, where that is a string and not empty. */
export function stringAt(
  pairs: readonly PairNode[],
  ...path: readonly string[]
): string | undefined {
  const pair = pairs.find(
    ({ key }) =>
      key.parts.length === path.length &&
      key.parts.every((part, index) => part.name === path[index]),
  );
  return pair?.value.kind === 'string' && pair.value.value ? pair.value.value : undefined;
}
