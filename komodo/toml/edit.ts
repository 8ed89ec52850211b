import { readBlock } from './blocks.ts';
import { differing } from './differing.ts';
import { indexAt, noteIndex } from './locate.ts';
import { Reader } from './reader.ts';
import type { Block, TomlDocument } from './tree.ts';

/** A block, and whether an odd number of `"""` stands before what follows it. */
interface Read {
  readonly block: Block;
  readonly insideAfter: boolean;
}

/** What the same text was read as with the other parity of `"""` before it: who opens a string closes it soon. */
const turned = new WeakMap<Block, Read>();

/**
 * The document with `text` in place of what stands from `start` to `end`. It equals what `parse` would make of the
 * new text, but only those blocks are read that the edit has a part in; the others are the same objects as before.
 *
 * @param start offset in UTF-16 code units; like `end`, from 0 to the length of the text.
 */
export function edit(old: TomlDocument, start: number, end: number, text: string): TomlDocument {
  const shift = text.length - (end - start);
  const newEnd = start + text.length;
  const r = new Reader(old.text.slice(0, start) + text + old.text.slice(end), old.options);
  const blocks: Block[] = [];
  const starts: number[] = [];
  const insideFence: boolean[] = [];
  let isInside = false;
  /** Of the old block that may begin here. */
  let index = 0;

  const isUnchanged = (block: Block, from: number): boolean =>
    ((from === r.at && from + block.reach <= start) || (from + shift === r.at && from >= end)) &&
    // Only the first block can do without a header.
    (index === 0) === (blocks.length === 0);

  const read = (): Read => {
    const base = r.at;
    r.fences.moveTo(base, isInside);
    const block = readBlock(r, blocks.length > 0);
    noteIndex(block, blocks.length);
    return { block, insideAfter: r.fences.insideAt(base + block.length) };
  };

  do {
    starts.push(r.at);
    insideFence.push(isInside);
    const candidate = old.blocks[index];
    const unchanged =
      candidate !== undefined && isUnchanged(candidate, old.starts[index]!) ? candidate : undefined;
    const isTurned: boolean = old.insideFence[index] !== isInside;
    // Fences matter to backslashes alone.
    if (unchanged && !(isTurned && hasBackslash(r.text, r.at, r.at + unchanged.reach))) {
      blocks.push(unchanged);
      r.at += unchanged.length;
      index++;
      isInside = (old.insideFence[index] ?? false) !== isTurned;
    } else {
      const before = unchanged && turned.get(unchanged);
      // It may have looked further than what is known to be unchanged.
      const isKnown = before !== undefined && before.block.reach <= unchanged!.reach;
      const now = isKnown ? before : read();
      if (unchanged && !isKnown) {
        turned.set(unchanged, now);
        const after = old.insideFence[index + 1];
        if (after !== undefined) turned.set(now.block, { block: unchanged, insideAfter: after });
      }
      r.at = starts.at(-1)! + now.block.length;
      blocks.push(now.block);
      isInside = now.insideAfter;
      index = indexAt(old, r.at < newEnd ? r.at : r.at - shift);
    }
  } while (!r.done);
  return { text: r.text, options: old.options, blocks, starts, insideFence };
}

const hasBackslash = (text: string, start: number, end: number): boolean =>
  text.slice(start, end).includes('\\');

/** As {@link edit}, to a text of which nothing is known but that it takes the place of the old one. */
export function editTo(old: TomlDocument, text: string): TomlDocument {
  const { start, endBefore, endAfter } = differing(old.text, text);
  return edit(old, start, endBefore, text.slice(start, endAfter));
}
