/**
 * What a TypeScript text is made of, as far as it takes to find calls and string literals in it. It is no check: of a
 * text that is broken or half typed it gives what can be told.
 */

import { literalValue } from './literal.ts';

/** A half-open range of UTF-16 code units in the script. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
export interface NameToken extends Span {
  readonly kind: 'name';
  readonly text: string;
}
export interface SignToken extends Span {
  readonly kind: 'sign';
  /** One character. */
  readonly text: string;
}
/** A string, or a template without `${}`. */
export interface TextToken extends Span {
  readonly kind: 'text';
  readonly value: string;
  /** What stands between the quotes. */
  readonly inner: Span;
}
/** A number, a regular expression, a part of a template with `${}`: nothing that names are looked for in. */
export interface OtherToken extends Span {
  readonly kind: 'other';
}
export type Token = NameToken | SignToken | TextToken | OtherToken;

/** The tokens of a script; white space and comments are none. What stands in `${}` is put in round brackets. */
export function tokensOf(script: string): readonly Token[] {
  return tokensAndComments(script).tokens;
}

/** The tokens of a script, see {@link tokensOf}, and its comments, of both kinds. */
export function tokensAndComments(script: string): {
  readonly tokens: readonly Token[];
  readonly comments: readonly Span[];
} {
  return new Scanner(script).scan();
}

const SPACE = /\s+/y;
const LINE_COMMENT = /\/\/[^\n]*|#![^\n]*/y;
const NAME = /[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /\.?\d[\w.]*/y;
const REGEX = /\/(?![*/])(?:[^\\/[\n]|\\[^\n]|\[(?:[^\\\]\n]|\\[^\n])*\])+\/\w*/y;
const STRING = /"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?/y;

/** Words behind which a value begins, so that `/` begins a regular expression. */
const beforeValue: ReadonlySet<string> = new Set(
  'return typeof case in of delete void throw new else do await yield instanceof'.split(' '),
);

class Scanner {
  readonly #script: string;
  readonly #tokens: Token[] = [];
  readonly #comments: Span[] = [];
  /** For each `${` that is open, how many braces are in it. */
  readonly #braces: number[] = [];
  #at = 0;

  constructor(script: string) {
    this.#script = script;
  }

  scan() {
    while (this.#at < this.#script.length) this.#next();
    return { tokens: this.#tokens, comments: this.#comments };
  }

  #next(): void {
    if (this.#match(SPACE)) return;
    const start = this.#at;
    if (this.#match(LINE_COMMENT) !== undefined || this.#blockComment()) {
      this.#comments.push({ start, end: this.#at });
      return;
    }
    const name = this.#match(NAME);
    if (name !== undefined) {
      this.#add({ kind: 'name', text: name, start, end: this.#at });
      return;
    }
    const text = this.#match(STRING);
    if (text !== undefined) {
      this.#addText(start, text[0]!);
      return;
    }
    if (
      this.#match(NUMBER) !== undefined ||
      (this.#valueBegins && this.#match(REGEX) !== undefined)
    ) {
      this.#add({ kind: 'other', start, end: this.#at });
      return;
    }
    if (this.#script[start] === '`') {
      this.#template(start);
      return;
    }
    this.#sign(start);
  }

  #match(what: RegExp): string | undefined {
    what.lastIndex = this.#at;
    const found = what.exec(this.#script)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #blockComment(): boolean {
    if (!this.#script.startsWith('/*', this.#at)) return false;
    const end = this.#script.indexOf('*/', this.#at + 2);
    this.#at = end < 0 ? this.#script.length : end + 2;
    return true;
  }

  #sign(start: number): void {
    const text = this.#script[start]!;
    const depth = this.#braces.at(-1);
    if (depth !== undefined && text === '{') this.#braces[this.#braces.length - 1] = depth + 1;
    if (depth !== undefined && text === '}') {
      if (depth === 0) {
        this.#substitutionEnds(start);
        return;
      }
      this.#braces[this.#braces.length - 1] = depth - 1;
    }
    this.#at++;
    this.#add({ kind: 'sign', text, start, end: this.#at });
  }

  #substitutionEnds(start: number): void {
    this.#braces.pop();
    this.#add({ kind: 'sign', text: ')', start, end: start + 1 });
    this.#template(start);
  }

  /** From the quote, or the brace that ends `${}`, to the next `${` or the closing quote. */
  #template(start: number): void {
    const begins = this.#script[start] === '`';
    let end = start + 1;
    while (end < this.#script.length) {
      const c = this.#script[end];
      if (c === '`' || (c === '$' && this.#script[end + 1] === '{')) break;
      end += c === '\\' ? 2 : 1;
    }
    this.#at = end + 1;
    if (this.#script[end] !== '$') {
      if (begins) {
        this.#addText(start, '`');
        return;
      }
      this.#add({ kind: 'other', start, end: this.#at });
      return;
    }
    this.#at++;
    this.#add({ kind: 'other', start, end });
    this.#add({ kind: 'sign', text: '(', start: end, end: this.#at });
    this.#braces.push(0);
  }

  #addText(start: number, quote: string): void {
    const { length } = this.#script;
    this.#at = Math.min(this.#at, length);
    const isClosed = this.#at > start + 1 && this.#script[this.#at - 1] === quote;
    const inner = { start: start + 1, end: isClosed ? this.#at - 1 : this.#at };
    const value = literalValue(this.#script.slice(inner.start, inner.end));
    this.#add({ kind: 'text', value, inner, start, end: this.#at });
  }

  #add(token: Token): void {
    this.#tokens.push(token);
  }

  get #valueBegins(): boolean {
    const last = this.#tokens.at(-1);
    switch (last?.kind) {
      case undefined:
        return true;
      case 'sign':
        return !')]}'.includes(last.text);
      case 'name':
        return beforeValue.has(last.text);
      default:
        return false;
    }
  }
}
