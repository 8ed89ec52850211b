import type { Block, TomlData } from './tree.ts';

/**
 * Finds the one error that Core tells of a document. The toml crate first looks through all of the text for what is
 * not its grammar; then it reads values and puts tables together, in the order of the text, but for a `[[header]]`,
 * which it puts in its place when its block is over.
 */
export class RefusalFinder {
  #first: { readonly when: number; readonly message: string; readonly offset: number } | undefined;
  /** Nothing that comes later can be the error. */
  #decided = false;

  get refusal(): TomlData['refusal'] {
    return this.#first && { message: this.#first.message, offset: this.#first.offset };
  }

  /** Takes note of what reading `block`, which begins at `start`, found. */
  block({ refusal, diverges }: Block, start: number): void {
    if (refusal !== undefined) {
      const { message, at, isFault } = refusal;
      this.#note(isFault ? -1 : start + refusal.start, message, start + at);
      if (isFault) this.#decided = true;
    }
    if (diverges) this.#decided = true;
  }

  /** Takes note of a key or table that cannot be where it stands, found when the text up to `when` had been read. */
  misplaced(when: number, message: string, offset: number): void {
    this.#note(when, message, offset);
  }

  #note(when: number, message: string, offset: number): void {
    if (this.#decided || (this.#first !== undefined && this.#first.when <= when)) return;
    this.#first = { when, message, offset };
  }
}
