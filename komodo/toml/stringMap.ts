import { readBlock } from './blocks.ts';
import { indexAt, startOf } from './locate.ts';
import { Reader } from './reader.ts';
import type { Piece } from './reader.ts';
import type { Place, Span, TomlDocument } from './tree.ts';

/** Which character of a string's value comes from where in the document; all offsets of the source are absolute. */
export class StringMap {
  readonly #pieces: readonly Piece[];

  /** @param pieces in the order of the text; at least one, if an empty one. */
  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** The source of a part of the value. An escape belongs to it as a whole. */
  sourceOf(value: Span): Span {
    const start = this.#startOf(value.start);
    return { start, end: value.end > value.start ? this.#endOf(value.end) : start };
  }

  /** The offset in the value for one in the source; what stands for nothing counts for what follows it. */
  valueAt(source: number): number {
    const piece = this.#find((each) => each.start, source);
    if (source <= piece.start) return piece.value.start;
    if (source >= piece.end) return piece.value.end;
    return piece.isLiteral ? piece.value.start + source - piece.start : piece.value.start;
  }

  #startOf(offset: number): number {
    const piece = this.#find((each) => each.value.start, offset);
    if (piece.isLiteral) return piece.start + offset - piece.value.start;
    return offset < piece.value.end ? piece.start : piece.end;
  }

  #endOf(offset: number): number {
    const piece = this.#find((each) => each.value.start, offset - 1);
    return piece.isLiteral ? piece.start + offset - piece.value.start : piece.end;
  }

  /** The last piece that begins at or before `offset`, counted by `startOf`; the first, if none does. */
  #find(startOf: (piece: Piece) => number, offset: number): Piece {
    let low = 0;
    let high = this.#pieces.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (startOf(this.#pieces[middle]!) <= offset) low = middle;
      else high = middle;
    }
    return this.#pieces[low]!;
  }
}

/**
 * Maps the value of the string at `place` (that of its node) to the source and back. The block is read again for it,
 * so ask only for strings of which a part is to be shown.
 */
export function stringMap(document: TomlDocument, place: Place): StringMap {
  const start = startOf(document, place.block) ?? 0;
  const r = new Reader(document.text, document.options);
  r.at = start;
  r.fences.moveTo(start, document.insideFence[indexAt(document, start)]!);
  r.traced = { start: start + place.start, pieces: [] };
  readBlock(r, document.blocks[0] !== place.block);
  return new StringMap(r.traced.pieces);
}
