/** A JSON parser that fails where, and in the words in which, serde_json fails. */
import type { JsonNode, Member, StringNode } from './tree.ts';

/** JSON that does not parse. `offset` counts the bytes that were read when it was found. */
export class JsonSyntaxError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Reads one JSON document. Throws {@link JsonSyntaxError}. */
export function parseJson(bytes: Buffer): JsonNode {
  const parser = new Parser(bytes);
  const node = parser.value('a value', 0);
  parser.space();
  if (parser.at < bytes.length) throw parser.error('trailing characters', 1);
  return node;
}

/** `line 1 column 5`, as serde_json counts: lines from 1, bytes of the line that were read. */
export function placeAt(bytes: Buffer, offset: number): string {
  const before = bytes.subarray(0, offset);
  const lineStart = before.lastIndexOf(0x0a) + 1;
  let line = 1;
  for (const byte of before) if (byte === 0x0a) line++;
  return `line ${line} column ${offset - lineStart}`;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** serde_json's own limit on nesting. */
const deepest = 127;
const literals: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

class Parser {
  at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** An error `ahead` bytes after what was read. */
  error(message: string, ahead = 0): JsonSyntaxError {
    return new JsonSyntaxError(message, Math.min(this.at + ahead, this.#bytes.length));
  }

  space(): void {
    while ([0x20, 0x09, 0x0a, 0x0d].includes(this.#bytes[this.at] ?? 0)) this.at++;
  }

  #peek(): string {
    return this.at < this.#bytes.length ? String.fromCharCode(this.#bytes[this.at]!) : '';
  }

  value(inside: string, depth: number): JsonNode {
    this.space();
    const next = this.#peek();
    if (next === '') throw this.error(`EOF while parsing ${inside}`);
    if (next === '"') return this.#string();
    if (next === '[' || next === '{') {
      if (depth >= deepest) throw this.error('recursion limit exceeded', 1);
      return next === '[' ? this.#array(depth + 1) : this.#object(depth + 1);
    }
    if (next === '-' || (next >= '0' && next <= '9')) return this.#number();
    return this.#literal(next);
  }

  #literal(first: string): JsonNode {
    const start = this.at;
    const found = literals.find(([word]) => word.startsWith(first));
    if (!found) throw this.error('expected value', 1);
    const [word, value] = found;
    for (const letter of word) {
      if (this.at >= this.#bytes.length) throw this.error('EOF while parsing a value');
      if (this.#peek() !== letter) throw this.error('expected ident', 1);
      this.at++;
    }
    const place = { start, end: this.at };
    return value === null ? { kind: 'null', ...place } : { kind: 'boolean', value, ...place };
  }

  #number(): JsonNode {
    const start = this.at;
    if (this.#peek() === '-') this.at++;
    this.#integerPart();
    const hasFraction = this.#fraction();
    const hasExponent = this.#exponent();
    const text = this.#bytes.toString('latin1', start, this.at);
    const value = Number(text);
    if (!Number.isFinite(value)) throw this.error('number out of range');
    const place = { start, end: this.at };
    const integer = hasFraction || hasExponent ? undefined : BigInt(text);
    return integer !== undefined && integer >= -(2n ** 63n) && integer < 2n ** 64n
      ? { kind: 'number', value, integer, ...place }
      : { kind: 'number', value, ...place };
  }

  #integerPart(): void {
    const first = this.#next('a value');
    if (!isDigit(first)) throw this.error('invalid number');
    if (first === '0' && isDigit(this.#peek())) throw this.error('invalid number', 1);
    while (isDigit(this.#peek())) this.at++;
  }

  /** Whether there was one. */
  #fraction(): boolean {
    if (this.#peek() !== '.') return false;
    this.at++;
    const first = this.#peek();
    if (first === '') throw this.error('EOF while parsing a value');
    if (!isDigit(first)) throw this.error('invalid number', 1);
    while (isDigit(this.#peek())) this.at++;
    return true;
  }

  /** Whether there was one. */
  #exponent(): boolean {
    if (!/[eE]/.test(this.#peek())) return false;
    this.at++;
    if (/[+-]/.test(this.#peek())) this.at++;
    if (!isDigit(this.#next('a value'))) throw this.error('invalid number');
    while (isDigit(this.#peek())) this.at++;
    return true;
  }

  /** Consumes a character. */
  #next(inside: string): string {
    const next = this.#peek();
    if (next === '') throw this.error(`EOF while parsing ${inside}`);
    this.at++;
    return next;
  }

  #string(): StringNode {
    const start = this.at++;
    const pieces: string[] = [];
    for (;;) {
      const from = this.at;
      while (this.at < this.#bytes.length && !this.#endsPlainText(this.#bytes[this.at]!)) this.at++;
      pieces.push(this.#text(from, this.at));
      const next = this.#peek();
      if (next === '') throw this.error('EOF while parsing a string');
      this.at++;
      if (next === '"') return { kind: 'string', value: pieces.join(''), start, end: this.at };
      if (next !== '\\') {
        throw this.error('control character (\\u0000-\\u001F) found while parsing a string');
      }
      pieces.push(this.#escape());
    }
  }

  #endsPlainText(byte: number): boolean {
    return byte < 0x20 || byte === 0x22 || byte === 0x5c;
  }

  #text(from: number, to: number): string {
    try {
      return utf8.decode(this.#bytes.subarray(from, to));
    } catch {
      // serde_json validates a string once it has its closing quote.
      const rest = this.#bytes.indexOf(0x22, to);
      this.at = rest < 0 ? to : rest + 1;
      throw this.error('invalid unicode code point');
    }
  }

  #escape(): string {
    const letter = this.#next('a string');
    if (letter !== 'u') {
      const value = escapes[letter];
      if (value === undefined) throw this.error('invalid escape');
      return value;
    }
    const first = this.#hex();
    if (first < 0xd800 || first > 0xdfff) return String.fromCharCode(first);
    if (first >= 0xdc00) throw this.error('lone leading surrogate in hex escape');
    if (this.#peek() !== '\\') throw this.error('unexpected end of hex escape', 1);
    this.at++;
    if (this.#peek() !== 'u') throw this.error('unexpected end of hex escape', 1);
    this.at++;
    const second = this.#hex();
    if (second < 0xdc00 || second > 0xdfff) {
      throw this.error('lone leading surrogate in hex escape');
    }
    return String.fromCharCode(first, second);
  }

  #hex(): number {
    const digits = this.#bytes.toString('latin1', this.at, this.at + 4);
    this.at = Math.min(this.at + 4, this.#bytes.length);
    if (digits.length < 4) throw this.error('EOF while parsing a string');
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.error('invalid escape');
    return Number.parseInt(digits, 16);
  }

  #array(depth: number): JsonNode {
    const start = this.at++;
    const items: JsonNode[] = [];
    for (;;) {
      this.space();
      const next = this.#peek();
      if (next === '') throw this.error('EOF while parsing a list');
      if (next === ']' && items.length === 0) break;
      if (items.length > 0) {
        if (next === ']') break;
        if (next !== ',') throw this.error('expected `,` or `]`', 1);
        this.at++;
        this.space();
        if (this.#peek() === ']') throw this.error('trailing comma', 1);
      }
      items.push(this.value('a value', depth));
    }
    this.at++;
    return { kind: 'array', items, start, end: this.at };
  }

  #object(depth: number): JsonNode {
    const start = this.at++;
    const members: Member[] = [];
    for (;;) {
      this.space();
      let next = this.#peek();
      if (next === '') throw this.error('EOF while parsing an object');
      if (next === '}') break;
      if (members.length > 0) {
        if (next !== ',') throw this.error('expected `,` or `}`', 1);
        this.at++;
        this.space();
        next = this.#peek();
        if (next === '') throw this.error('EOF while parsing a value');
        if (next === '}') throw this.error('trailing comma', 1);
      }
      if (next !== '"') throw this.error('key must be a string', 1);
      const key = this.#string();
      this.space();
      if (this.#peek() === '') throw this.error('EOF while parsing an object');
      if (this.#peek() !== ':') throw this.error('expected `:`', 1);
      this.at++;
      members.push({ key, value: this.value('a value', depth) });
    }
    this.at++;
    return { kind: 'object', members, start, end: this.at };
  }
}
