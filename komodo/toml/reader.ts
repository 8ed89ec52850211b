import { CR, HASH, LF, byteOrderMark, isBlank, isControl, isLoneSurrogate } from './chars.ts';
import { Fences } from './fences.ts';
import type { Span, SyntaxProblem, TomlOptions } from './tree.ts';

/** Unwinds a strict reading at the first thing that is not TOML's grammar; nothing else is ever thrown. */
export const NOT_STRICT = Symbol('not strict');

/** A point to come back to. */
export interface Mark {
  readonly at: number;
  readonly insideFence: boolean;
  readonly comments: number;
  readonly problems: number;
  readonly arrays: number;
  readonly tables: number;
}

/**
 * Where the reading of a document is, and what was noticed on the way. Offsets it takes are absolute; the spans it
 * makes count from the block that is being read.
 *
 * A block is first read *strictly*: the first fault throws {@link NOT_STRICT}. Only then is it read again with
 * recovery, so a document without faults never meets a guess.
 */
export class Reader {
  readonly text: string;
  readonly toml10: boolean;
  readonly fences: Fences;
  at = 0;
  /** Where the block begins. */
  base = 0;
  /** A fault is noted and the reading goes on by guesses. */
  recovering = false;
  /** Reading strictly inside of a block that has faults: closing quotes that look like opening ones are a fault. */
  doubtful = false;
  /** How many characters may still be read in vain before the rest of the text is read by guesses at once. */
  patience: number;
  /** How many arrays and inline tables are open, */
  arrays = 0;
  tables = 0;
  /** and the blanks before the pair that they belong to. */
  indent = 0;
  comments: Span[] = [];
  problems: SyntaxProblem[] = [];

  constructor(text: string, options: Required<TomlOptions>) {
    this.text = text;
    this.toml10 = options.version === '1.0';
    this.patience = 100_000 + text.length;
    this.fences = new Fences(text, options.core);
  }

  mark(): Mark {
    return {
      at: this.at,
      insideFence: this.fences.insideAt(this.at),
      comments: this.comments.length,
      problems: this.problems.length,
      arrays: this.arrays,
      tables: this.tables,
    };
  }

  /** Goes back to where `mark` was made, as if nothing had been read since. */
  reset(mark: Mark): void {
    this.at = mark.at;
    this.fences.moveTo(mark.at, mark.insideFence);
    this.comments.length = mark.comments;
    this.problems.length = mark.problems;
    this.arrays = mark.arrays;
    this.tables = mark.tables;
  }

  get atLineStart(): boolean {
    const before = this.text.charCodeAt(this.at - 1);
    return this.at === 0 || before === LF || before === CR;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** Character code at the present offset, NaN at the end. */
  peek(): number {
    return this.text.charCodeAt(this.at);
  }

  span(start: number, end: number): Span {
    return { start: start - this.base, end: end - this.base };
  }

  /** Notes what TOML forbids but what leaves no doubt about how to read on (an unknown escape, a date in month 13). */
  flaw(start: number, end: number, message: string): void {
    this.problems.push({ ...this.span(start, end), message });
  }

  /** Notes what is not TOML's grammar. */
  fault(start: number, end: number, message: string): void {
    if (!this.recovering) throw NOT_STRICT;
    this.flaw(start, end, message);
  }

  skipBlanks(): void {
    while (isBlank(this.peek())) this.at++;
  }

  /** At a line break or the end of the text. A carriage return alone is a line break, if a forbidden one. */
  atLineEnd(): boolean {
    const c = this.peek();
    return this.done || c === LF || c === CR;
  }

  /** Passes the line break here, if one is here. */
  lineBreak(): boolean {
    const c = this.peek();
    if (c === CR) {
      if (this.text.charCodeAt(this.at + 1) === LF) this.at++;
      else this.fault(this.at, this.at + 1, 'a carriage return must be followed by a newline');
    } else if (c !== LF) return false;
    this.at++;
    return true;
  }

  /** Offset of the line break, or of the end of the text, that ends the line at `offset`. */
  lineEnd(offset: number): number {
    for (let end = offset; ; end++) {
      const c = this.text.charCodeAt(end);
      if (c === LF || c === CR || end >= this.text.length) return end;
    }
  }

  /** Passes the comment here, up to its line break, if one is here. */
  comment(): void {
    if (this.peek() !== HASH) return;
    const start = this.at;
    this.at = this.lineEnd(start);
    this.comments.push(this.span(start, this.at));
    for (let at = start; at < this.at; at++) this.checkCharacter(at, 'a comment');
  }

  /** Notes a character that may not stand in a comment or string. */
  checkCharacter(at: number, where: string): void {
    const c = this.text.charCodeAt(at);
    if (isControl(c)) {
      const code = c.toString(16).toUpperCase().padStart(4, '0');
      this.flaw(at, at + 1, `${where} may not hold the control character U+${code}`);
    } else if (isLoneSurrogate(this.text, at)) {
      this.flaw(at, at + 1, `${where} may not hold half of a surrogate pair`);
    }
  }

  /** Passes everything up to the end of the line. */
  skipLine(): void {
    this.at = this.lineEnd(this.at);
  }

  skipByteOrderMark(): void {
    if (this.at === 0) this.at = byteOrderMark(this.text);
  }
}
