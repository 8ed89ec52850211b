import { CR, HASH, LF, byteOrderMark, isBlank, isControl, isLoneSurrogate } from './chars.ts';
import { Fences } from './fences.ts';
import type { Refusal, Span, SyntaxProblem, TomlOptions } from './tree.ts';

/** Unwinds a reading that must not go on by guesses. Nothing else is ever thrown. */
export const GIVEN_UP = new Error('not the grammar of TOML');

/**
 * How text is read.
 * - `strict`: up to the first thing that is not TOML's grammar, or can hardly be meant. A document without faults is
 *   never read in another way, so it meets no guess.
 * - `guess`: a block for the second time, when the first was in vain: on past faults, by what the lines look like.
 * - `trial`: one pair of a block that is read by guesses, as long as the pair itself seems to have no fault.
 * - `crate`: as Core's toml crate does, up to the first thing that is not TOML's grammar.
 */
export type Mode = 'strict' | 'guess' | 'trial' | 'crate';

/**
 * A part of a string's source, in absolute offsets, and what it stands for in the value: itself, or something else (an
 * escape).
 */
export interface Piece extends Span {
  readonly value: Span;
  readonly isLiteral: boolean;
}

export const LONE_RETURN = 'a carriage return must be followed by a newline';

const PHASES = { grammar: 0, values: 1, numbers: 2 };

const isBefore = (one: Refusal, other: Refusal): boolean =>
  PHASES[one.phase] < PHASES[other.phase] || (one.phase === other.phase && one.when < other.when);

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
 */
export class Reader {
  readonly text: string;
  readonly toml10: boolean;
  readonly fences: Fences;
  mode: Mode;
  at = 0;
  /** Where the block begins. */
  base = 0;
  /** The furthest that was read before going back. */
  furthest = 0;
  /** How many characters of the block were read in trials that failed. */
  wasted = 0;
  /** How many arrays and inline tables are open, */
  arrays = 0;
  tables = 0;
  /** and the blanks before the pair that they belong to. */
  indent = 0;
  comments: Span[] = [];
  problems: SyntaxProblem[] = [];
  /** A string whose pieces are to be noted, by the offset at which it begins. */
  traced: { readonly start: number; readonly pieces: Piece[] } | undefined;
  /** What the crate tells of what was read up to here. */
  refusal: Refusal | undefined;

  constructor(text: string, options: Required<TomlOptions>, mode: 'strict' | 'crate' = 'strict') {
    this.text = text;
    this.mode = mode;
    this.toml10 = options.version === '1.0';
    this.fences = new Fences(text, options.core);
  }

  /** Makes ready to read the block that begins here. */
  begin(): void {
    this.base = this.furthest = this.at;
    this.wasted = 0;
    this.clear();
  }

  /** Forgets what was noticed, as lists that a block may keep. */
  clear(): void {
    this.comments = [];
    this.problems = [];
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
    this.furthest = Math.max(this.furthest, this.at);
    this.at = mark.at;
    this.fences.moveTo(mark.at, mark.insideFence);
    this.comments.length = mark.comments;
    this.problems.length = mark.problems;
    this.arrays = mark.arrays;
    this.tables = mark.tables;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  get atLineStart(): boolean {
    const before = this.text.charCodeAt(this.at - 1);
    return this.at === 0 || before === LF || before === CR;
  }

  /** At a line break or the end of the text. A carriage return alone is a line break, if a forbidden one. */
  get atLineEnd(): boolean {
    const c = this.peek();
    return c === LF || c === CR || this.done;
  }

  /** Character code here, NaN at the end. */
  peek(): number {
    return this.text.charCodeAt(this.at);
  }

  /** An offset as it is counted in the block. */
  inBlock(offset: number): number {
    return offset - this.base;
  }

  /**
   * Notes what TOML forbids, but what leaves no doubt about how to read on (an unknown escape, a date in month 13).
   *
   * @param phase in which the crate finds it.
   */
  flaw(start: number, end: number, message: string, phase: Refusal['phase'] = 'values'): void {
    this.#mark(start, end, message, phase === 'numbers');
    this.refuse({ phase, message, offset: start, when: start });
  }

  /**
   * As {@link flaw}, where the crate reads on in a way that is hardly what was meant (an open string).
   *
   * @param at where the crate says it is, if not at `start`.
   * @param when how far the crate has read then, if not to `start`.
   */
  doubt(start: number, end: number, message: string, at = start, when = start): void {
    if (this.mode === 'strict' || this.mode === 'trial') throw GIVEN_UP;
    this.#mark(start, end, message);
    this.refuse({ phase: 'values', message, offset: at, when });
  }

  /** Notes what is not TOML's grammar. @param at where the crate says it is, if not at `start`. */
  fault(start: number, end: number, message: string, at = start): void {
    this.refuse({ phase: 'grammar', message, offset: at, when: at });
    if (this.mode !== 'guess') throw GIVEN_UP;
    this.#mark(start, end, message);
  }

  #mark(start: number, end: number, message: string, isExcess = false): void {
    const span = { start: this.inBlock(start), end: this.inBlock(end) };
    this.problems.push({ ...span, message, ...(isExcess && { isExcess }) });
  }

  /** Notes what the crate finds wrong, if it is what reads. */
  refuse(found: Refusal): void {
    if (this.mode !== 'crate') return;
    if (this.refusal === undefined || isBefore(found, this.refusal)) this.refusal = found;
  }

  skipBlanks(): void {
    while (isBlank(this.peek())) this.at++;
  }

  /** Passes the line break here, if one is here. */
  lineBreak(): boolean {
    const c = this.peek();
    if (c === CR) {
      if (this.text.charCodeAt(this.at + 1) === LF) this.at++;
      else this.fault(this.at, this.at + 1, LONE_RETURN, this.at + 1);
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

  /** Passes everything up to the end of the line. */
  skipLine(): void {
    this.at = this.lineEnd(this.at);
  }

  skipByteOrderMark(): void {
    if (this.at === 0) this.at = byteOrderMark(this.text);
  }

  /** Passes the comment here, up to its line break, if one is here. */
  comment(): void {
    if (this.peek() !== HASH) return;
    const start = this.at;
    this.skipLine();
    this.comments.push({ start: this.inBlock(start), end: this.inBlock(this.at) });
    for (let at = start; at < this.at; at++) {
      const wrong = this.forbidden(at);
      if (wrong !== undefined) this.fault(at, at + 1, `a comment may not hold ${wrong}`);
    }
  }

  /** What the character at `at` is, if no comment and no string may hold it. */
  forbidden(at: number): string | undefined {
    const c = this.text.charCodeAt(at);
    if (isControl(c)) {
      return `the control character U+${c.toString(16).toUpperCase().padStart(4, '0')}`;
    }
    return isLoneSurrogate(this.text, at) ? 'half of a surrogate pair' : undefined;
  }
}
