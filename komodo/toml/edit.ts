import { readBlock } from './blocks.ts';
import { differing } from './differing.ts';
import { indexAt, noteIndex } from './locate.ts';
import { Reader } from './reader.ts';
import type { Block, TomlDocument } from './tree.ts';

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

  const isKept = (block: Block, from: number): boolean =>
    ((from === r.at && from + block.reach <= start) || (from + shift === r.at && from >= end)) &&
    // Fences matter to backslashes alone.
    (old.insideFence[index] === isInside || !hasBackslash(r.text, r.at, r.at + block.reach)) &&
    // Only the first block can do without a header.
    (index === 0) === (blocks.length === 0);

  do {
    starts.push(r.at);
    insideFence.push(isInside);
    const candidate = old.blocks[index];
    if (candidate !== undefined && isKept(candidate, old.starts[index]!)) {
      blocks.push(candidate);
      r.at += candidate.length;
      const isTurned: boolean = old.insideFence[index] !== isInside;
      index++;
      isInside = (old.insideFence[index] ?? false) !== isTurned;
    } else {
      r.fences.moveTo(r.at, isInside);
      const block = readBlock(r, blocks.length > 0);
      noteIndex(block, blocks.length);
      blocks.push(block);
      isInside = r.fences.insideAt(r.at);
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
