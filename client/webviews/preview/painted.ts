/** A pattern cut into pieces to be painted: a pure function of its text and of what is known of its items. */
import type { PreviewedItem } from '../../../komodo/preview/index.ts';

export interface Piece {
  readonly text: string;
  /** Number of the item it is, from 0; left out for commas, blanks and comments. */
  readonly item?: number;
  /** Core refuses the item. */
  readonly refused?: boolean;
  /** The item picks nothing. */
  readonly empty?: boolean;
}

/** How many colours style.css has for items; behind them they begin anew. */
const colours = 6;
/** The class of an item's colour, by its number from 0. */
export const colourOf = (item: number): string => `item-${item % colours}`;

/**
 * All of the text, in its order. The items may be those of the text as it was before the last key: one that does not
 * stand there any more is not painted.
 */
export function painted(text: string, items: readonly PreviewedItem[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  items.forEach(({ text: written, start, end, names, problem }, item) => {
    if (start < from || text.slice(start, end) !== written) return;
    if (start > from) pieces.push({ text: text.slice(from, start) });
    const refused = problem !== undefined;
    pieces.push({
      text: written,
      item,
      ...(refused ? { refused } : names.length === 0 ? { empty: true } : {}),
    });
    from = end;
  });
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
