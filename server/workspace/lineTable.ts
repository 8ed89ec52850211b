/** Offsets in a text (UTF-16 code units) and LSP's positions (line, UTF-16 code unit in it; both from 0). */
import type { Position, Range } from 'vscode-languageserver';

/** Lines behind one that was typed in: all begin so much further on. */
interface Moved {
  /** The last line that has not moved. */
  readonly after: number;
  /** UTF-16 code units. */
  readonly by: number;
}

export class LineTable {
  readonly #text: string;
  /** Offset at which each line begins, without what has moved since. */
  readonly #starts: readonly number[];
  readonly #moved: Moved;

  constructor(
    text: string,
    starts: readonly number[] = lineStarts(text),
    moved: Moved = { after: 0, by: 0 },
  ) {
    this.#text = text;
    this.#starts = starts;
    this.#moved = moved;
  }

  /**
   * Of the text after an edit: what is neither between the offsets `start` and `end` of the old text nor comes of `added`
   * is not looked at again.
   */
  edited(text: string, start: number, end: number, added: string): LineTable {
    // A \r may belong to a \n beside the edit.
    if (added.includes('\r') || text[start - 1] === '\r' || this.#text[end - 1] === '\r')
      return new LineTable(text);
    const by = added.length - (end - start);
    const [first, last] = [this.#lineAt(start), this.#lineAt(end)];
    const between = lineStarts(added).slice(1);
    const moved = this.#moved;
    // Most keys are typed in the line of the one before.
    if (first === last && between.length === 0 && (first === moved.after || moved.by === 0))
      return new LineTable(text, this.#starts, { after: first, by: moved.by + by });
    const starts = this.#starts.map((_, line) => this.#startOf(line)!);
    starts.splice(first + 1, last - first, ...between.map((at) => start + at));
    return new LineTable(text, starts, { after: first + between.length, by });
  }

  #startOf(line: number): number | undefined {
    const start = this.#starts[line];
    return start !== undefined && line > this.#moved.after ? start + this.#moved.by : start;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** An offset outside of the text counts as its nearer end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.#lineAt(inside);
    return { line, character: inside - this.#startOf(line)! };
  }

  /** A position behind a line's end counts as that end, one behind the last line as the end of the text (LSP's rule). */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#startOf(line);
    if (start === undefined) return this.#text.length;
    return Math.min(start + Math.max(0, character), this.endOf(line));
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** Offset of the end of a line, before its line break. */
  endOf(line: number): number {
    const next = this.#startOf(line + 1);
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
      if (this.#startOf(middle)! <= offset) low = middle;
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
