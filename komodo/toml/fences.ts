/**
 * Core's rewriting of a file before TOML reads it: it splits the text at every `"""`, wherever that stands, and
 * doubles each backslash between an odd one and the next. Nothing is rewritten here; a reader that meets a backslash
 * asks whether Core would have doubled it. Same from Core 1.17 to 2.3.2.
 */

export const FENCE = '"""';

/** Whether Core reads the backslashes of what follows a text in another way than it would without it. */
export function turnsFences(text: string): boolean {
  return text.split(FENCE).length % 2 === 0;
}

/** Walks over the fences of a text; offsets asked for may only grow, until the walk is set to another place. */
export class Fences {
  readonly #text: string;
  readonly #core: boolean;
  #inside = false;
  /** Whether the text is inside of a fence is known up to here. */
  #at = 0;

  /** @param core without it no backslash is ever doubled. */
  constructor(text: string, core: boolean) {
    this.#text = text;
    this.#core = core;
  }

  /** Starts anew at `offset`, where the text is inside of a fence or not. */
  moveTo(offset: number, inside: boolean): void {
    this.#at = offset;
    this.#inside = inside;
  }

  /** Whether the text at `offset` stands between an odd fence and the next. */
  insideAt(offset: number): boolean {
    if (!this.#core || offset - this.#at < FENCE.length) return this.#inside;
    // Searched no further than this: the next fence may be far, and an edit reads but a block.
    const text = this.#text.slice(this.#at, offset);
    let after = 0;
    for (let at = text.indexOf(FENCE); at >= 0; at = text.indexOf(FENCE, after)) {
      after = at + FENCE.length;
      this.#inside = !this.#inside;
    }
    // A fence may have begun right before.
    this.#at = Math.max(this.#at + after, offset - FENCE.length + 1);
    return this.#inside;
  }

  /** Goes on at `end` as if the fences between `start` and it were none; none of them has been passed. */
  passOver(end: number, start: number): void {
    this.moveTo(end, this.insideAt(start));
  }
}
