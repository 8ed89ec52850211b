/**
 * Lists of names as Core reads them: one entry a line or between commas, with comments. The same rule holds for every
 * text field of Komodo that holds a list.
 */

/** A half-open range of UTF-16 code units in the text that was split. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One entry of a list, with the white space around it taken off. */
export interface ListEntry extends Span {
  readonly text: string;
}

const whiteSpace = /\p{White_Space}/u;

/**
 * Splits a text the way Core's `parse_string_list` does: lines first, a line that begins with `#` is a comment, the rest
 * of a line after ` #` is one too, then commas. White space is Unicode's `White_Space` (not JavaScript's, which
 * differs in U+0085 and U+FEFF). Nothing is quoted or escaped, so a comma inside a regex splits it.
 */
export function splitList(text: string): readonly ListEntry[] {
  const entries: ListEntry[] = [];
  for (const written of piecesOf(text, { start: 0, end: text.length }, '\n')) {
    const line = trim(text, written);
    if (line.start === line.end || text[line.start] === '#') continue;
    const comment = text.slice(line.start, line.end).indexOf(' #');
    const end = comment < 0 ? line.end : line.start + comment;
    for (const piece of piecesOf(text, { start: line.start, end }, ',')) {
      const entry = trim(text, piece);
      if (entry.start < entry.end)
        entries.push({ text: text.slice(entry.start, entry.end), ...entry });
    }
  }
  return entries;
}

function piecesOf(text: string, { start, end }: Span, separator: string): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (const piece of text.slice(start, end).split(separator)) {
    pieces.push({ start: from, end: from + piece.length });
    from += piece.length + separator.length;
  }
  return pieces;
}

function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && whiteSpace.test(text.charAt(from))) from++;
  while (to > from && whiteSpace.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
