/** Offsets in a text (UTF-16 code units) and LSP's positions (line, UTF-16 code unit in it; both from 0). */
import type { Position, Range } from 'vscode-languageserver';

export class LineTable {
  readonly #text: string;
  /** Offset at which each line begins. */
  readonly #starts: readonly number[];

  constructor(text: string, starts: readonly number[] = lineStarts(text)) {
    this.#text = text;
    this.#starts = starts;
  }

  /**
   * Of the text after an edit: what is neither between the offsets `start` and `end` of the old text nor comes of `added`
   * is not looked at again.
   */
  edited(text: string, start: number, end: number, added: string): LineTable {
    // A \r may belong to a \n beside the edit.
    if (added.includes('\r') || text[start - 1] === '\r' || this.#text[end - 1] === '\r')
      return new LineTable(text);
    const shift = added.length - (end - start);
    const before = this.#starts.slice(0, this.#lineAt(start) + 1);
    const between = lineStarts(added).slice(1);
    const after = this.#starts.slice(this.#lineAt(end) + 1);
    return new LineTable(text, [
      ...before,
      ...between.map((at) => start + at),
      ...after.map((at) => at + shift),
    ]);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** An offset outside of the text counts as its nearer end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.#lineAt(inside);
    return { line, character: inside - this.#starts[line]! };
  }

  /** A position behind a line's end counts as that end, one behind the last line as the end of the text (LSP's rule). */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.#text.length;
    return Math.min(start + Math.max(0, character), this.endOf(line));
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** Offset of the end of a line, before its line break. */
  endOf(line: number): number {
    const next = this.#starts[line + 1];
    if (next === undefined) return this.#text.length;
    const before = next - 1;
    const crlf = this.#text[before] === '\n' && this.#text[before - 1] === '\r';
    return crlf ? before - 1 : before;
  }

  /** The last line that begins at or before an offset. */
  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** LSP ends a line at `\n`, `\r\n` and `\r`; TOML knows the first two only. */
function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) {
      starts.push(lineBreak.index + lineBreak[0].length);
    }
    return starts;
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
