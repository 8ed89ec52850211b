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
  /** No fence begins between these two, and one does at the second; Infinity if there is none. */
  #from = 0;
  #next = 0;

  /** @param core without it no backslash is ever doubled. */
  constructor(text: string, core: boolean) {
    this.#text = text;
    this.#core = core;
    this.#find(0);
  }

  /** Starts anew at `offset`, where the text is inside of a fence or not. */
  moveTo(offset: number, inside: boolean): void {
    this.#inside = inside;
    // A search can lead through all of the text: not twice.
    if (offset < this.#from || offset > this.#next) this.#find(offset);
  }

  /** Whether the text at `offset` stands between an odd fence and the next. */
  insideAt(offset: number): boolean {
    while (this.#next + FENCE.length <= offset) {
      this.#inside = !this.#inside;
      this.#find(this.#next + FENCE.length);
    }
    return this.#inside;
  }

  /** Goes on at `end` as if the fences between `start` and it were none; none of them has been passed. */
  passOver(end: number, start: number): void {
    this.moveTo(end, this.insideAt(start));
  }

  #find(from: number): void {
    const found = this.#core ? this.#text.indexOf(FENCE, from) : -1;
    this.#from = from;
    this.#next = found < 0 ? Infinity : found;
  }
}
