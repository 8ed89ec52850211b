/**
 * Regexes that a list can hold: Core splits a list at commas, and at ` #` before a comment, before it looks for regexes
 * in it, so one with a comma never arrives whole. Most can be said without.
 */

/** Beyond this many ways to repeat something, or as long a regex, writing it out is no help. */
const MOST_WAYS = 9;
const LONGEST = 500;

/**
 * A regex that matches the very same names, without comma and ` #`: literal ones as escapes, `x{1,3}` as an alternation
 * of `x`, `x{2}` and `x{3}`. Undefined where it has none to begin with or none can be said to be equal.
 *
 * @param regex in the syntax of Rust's `regex` crate, without the `\` around it
 */
export function withoutSeparators(regex: string): string | undefined {
  if (regex.length > LONGEST) return undefined;
  // Flags like `x` change what white space and `#` mean.
  if (/\(\?[a-zA-Z-]*x/.test(regex)) return undefined;
  const rewriter = new Rewriter(regex);
  const rewritten = rewriter.alternatives();
  if (rewritten === undefined || !rewriter.isDone) return undefined;
  const whole = rewritten.replaceAll(' #', ' \\x23');
  return whole === regex || whole.includes(',') ? undefined : whole;
}

/** Reads a regex as far as it must be understood to find what a repetition repeats. */
class Rewriter {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isDone(): boolean {
    return this.#at === this.#text.length;
  }

  /** All up to the `)` of the group, or to the end. */
  alternatives(): string | undefined {
    let written = '';
    while (!this.isDone && this.#peek() !== ')') {
      // A repetition in a form that is not known here.
      if (this.#peek() === '{') return undefined;
      const atom = this.#atom();
      const piece = atom === undefined ? undefined : this.#repeated(atom);
      if (piece === undefined) return undefined;
      written += piece;
    }
    return written;
  }

  #atom(): string | undefined {
    switch (this.#peek()) {
      case '\\':
        return this.#take(
          /\\(?:[pPxuUbB]\{[^}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/uy,
        );
      case '[':
        return this.#class();
      case '(':
        return this.#group();
      default:
        return this.#take(/[^]/uy);
    }
  }

  #group(): string | undefined {
    const opening = this.#take(/\((?:\?(?:P?<\w+>|[a-zA-Z-]*:))?/y);
    // `(?i)` repeats nothing; `(?=` is none of Rust's.
    if (opening === '(' && this.#peek() === '?') return this.#take(/\?[a-zA-Z-]+\)/y, '(');
    const inside = this.alternatives();
    if (inside === undefined || this.#peek() !== ')') return undefined;
    this.#at++;
    return `${opening}${inside})`;
  }

  /** Classes can hold classes; a `]` that comes first is one of the characters. */
  #class(): string | undefined {
    let written = this.#take(/\[\^?\]?/y)!;
    while (!this.isDone && this.#peek() !== ']') {
      const next =
        this.#peek() === '[' ? (this.#take(/\[:\^?\w+:\]/y) ?? this.#class()) : this.#atom();
      if (next === undefined) return undefined;
      written += next;
    }
    if (this.isDone) return undefined;
    this.#at++;
    return `${written}]`;
  }

  /** What stands behind an atom, as often as it stands there: `x{2}{3}` is a regex. */
  #repeated(atom: string): string | undefined {
    let written: string | undefined = atom;
    for (;;) {
      const count = /\{(\d*),(\d*)\}\??/y;
      count.lastIndex = this.#at;
      const found = count.exec(this.#text);
      if (found) {
        this.#at = count.lastIndex;
        written = writtenOut(written, found[1]!, found[2]!);
        if (written === undefined) return undefined;
        continue;
      }
      const simple = this.#take(/(?:[*+?]|\{\d+\})\??/y);
      if (simple === undefined) return written;
      written += simple;
    }
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  /** Takes what the pattern finds right here; a comma is written as an escape. */
  #take(pattern: RegExp, before = ''): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    return before + (found === ',' || found === '\\,' ? '\\x2C' : found);
  }
}

/** `x{least,most}` without the comma. */
function writtenOut(atom: string, leastText: string, mostText: string): string | undefined {
  if (leastText === '') return undefined;
  const least = Number(leastText);
  const times = (count: number) => (count === 1 ? atom : `${atom}{${count}}`);
  if (mostText === '') {
    if (least < 2) return atom + (least === 0 ? '*' : '+');
    return `(?:${times(least)}${atom}*)`;
  }
  const most = Number(mostText);
  if (most < least || most - least >= MOST_WAYS || most === 0) return undefined;
  const first = Math.max(least, 1);
  const ways = Array.from({ length: most - first + 1 }, (_, more) => times(first + more));
  const all = `(?:${ways.join('|')})${least === 0 ? '?' : ''}`;
  return all.length > LONGEST ? undefined : all;
}
