/** Chance that can be repeated: the same seed gives the same questions. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to and without 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `from` to `to`, both of them too. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.between(0, choices.length - 1)]!;
  }

  /** Up to `most` of them, joined. */
  several(choices: readonly string[], most: number, separator = ''): string {
    return Array.from({ length: this.between(0, most) }, () => this.pick(choices)).join(separator);
  }

  /** The text with some characters lost, doubled, swapped or put in. */
  spoil(text: string, characters: readonly string[]): string {
    const spoilt = Array.from(text);
    for (let changes = this.between(1, 3); changes > 0; changes--) {
      const at = this.between(0, spoilt.length);
      const how = this.between(0, 3);
      if (how === 0) spoilt.splice(at, 1);
      else if (how === 1) spoilt.splice(at, 0, this.pick(characters));
      else if (how === 2) spoilt.splice(at, 0, spoilt[at] ?? '');
      else spoilt.splice(at, 2, ...spoilt.slice(at, at + 2).reverse());
    }
    return spoilt.join('');
  }
}
