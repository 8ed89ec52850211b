/** Reads JSON as serde_json does: integers and floats kept apart, names in their order, its words for what is no JSON. */
import type { Json } from '../../komodo/resources/index.ts';
import { utf8Length } from '../../komodo/toml/index.ts';

/** Arrays and objects may stand in one another no deeper than this. */
const DEPTH = 127;

export class JsonError extends Error {}

/** The value of a text. Throws a {@link JsonError} with serde_json's message where it is none. */
export function parseJson(text: string): Json {
  const parser = new Parser(text);
  const value = parser.value(DEPTH);
  parser.end();
  return value;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) this.#fail('trailing characters');
  }

  value(depth: number): Json {
    this.#space();
    const char = this.#text[this.#at];
    switch (char) {
      case undefined:
        return this.#eof('a value');
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return /[-\d]/.test(char) ? this.#number() : this.#fail('expected value');
    }
  }

  #object(depth: number): Json {
    if (depth === 0) this.#fail('recursion limit exceeded');
    const object = new Map<string, Json>();
    this.#at++;
    for (let isFirst = true; ; isFirst = false) {
      this.#space();
      let char = this.#text[this.#at];
      if (char === '}') break;
      if (!isFirst) {
        if (char === undefined) this.#eof('an object');
        if (char !== ',') this.#fail('expected `,` or `}`');
        this.#at++;
        this.#space();
        char = this.#text[this.#at];
        if (char === '}') this.#fail('trailing comma');
      }
      if (char === undefined) this.#eof(isFirst ? 'an object' : 'a value');
      if (char !== '"') this.#fail('key must be a string');
      const name = this.#string();
      this.#space();
      if (this.#text[this.#at] === undefined) this.#eof('an object');
      if (this.#text[this.#at] !== ':') this.#fail('expected `:`');
      this.#at++;
      object.set(name, this.value(depth - 1));
    }
    this.#at++;
    return object;
  }

  #array(depth: number): Json {
    if (depth === 0) this.#fail('recursion limit exceeded');
    const items: Json[] = [];
    this.#at++;
    for (let isFirst = true; ; isFirst = false) {
      this.#space();
      const char = this.#text[this.#at];
      if (char === ']') break;
      if (!isFirst) {
        if (char === undefined) this.#eof('a list');
        if (char !== ',') this.#fail('expected `,` or `]`');
        this.#at++;
        this.#space();
        if (this.#text[this.#at] === ']') this.#fail('trailing comma');
      }
      if (isFirst && char === undefined) this.#eof('a list');
      items.push(this.value(depth - 1));
    }
    this.#at++;
    return items;
  }

  #string(): string {
    const plain = /(?:[^"\\\p{Cc}]+|[\u007f-\u009f]+)*/uy;
    let value = '';
    this.#at++;
    for (;;) {
      plain.lastIndex = this.#at;
      value += plain.exec(this.#text)![0];
      this.#at = plain.lastIndex;
      const char = this.#text[this.#at];
      if (char === undefined) return this.#eof('a string');
      this.#at++;
      if (char === '"') return value;
      if (char !== '\\')
        this.#failBehind('control character (\\u0000-\\u001F) found while parsing a string');
      value += this.#escape();
    }
  }

  #escape(): string {
    const char = this.#text[this.#at];
    if (char === undefined) return this.#eof('a string');
    this.#at++;
    if (char !== 'u') return ESCAPES[char] ?? this.#failBehind('invalid escape');
    const unit = this.#hex();
    if (unit >= 0xdc00 && unit < 0xe000)
      return this.#failBehind('lone leading surrogate in hex escape');
    if (unit < 0xd800 || unit >= 0xe000) return String.fromCharCode(unit);
    if (!this.#text.startsWith('\\u', this.#at)) {
      if (this.#text[this.#at] === undefined) return this.#eof('a string');
      this.#at += this.#text[this.#at] === '\\' ? 2 : 1;
      return this.#failBehind('unexpected end of hex escape');
    }
    this.#at += 2;
    const low = this.#hex();
    if (low < 0xdc00 || low >= 0xe000)
      return this.#failBehind('lone leading surrogate in hex escape');
    return String.fromCharCode(unit, low);
  }

  #hex(): number {
    const digits = this.#text.slice(this.#at, this.#at + 4);
    if (digits.length < 4) {
      this.#at = this.#text.length;
      return this.#eof('a string');
    }
    this.#at += 4;
    return /^[\da-fA-F]{4}$/.test(digits)
      ? Number.parseInt(digits, 16)
      : this.#failBehind('invalid escape');
  }

  #number(): Json {
    const [word = ''] = /^-?(?:0|[1-9]\d*)?/.exec(this.#text.slice(this.#at, this.#at + 400)) ?? [];
    this.#at += word.length;
    if (!/\d$/.test(word)) return this.#invalidNumber();
    if (/\d/.test(this.#text[this.#at] ?? '')) return this.#fail('invalid number');
    const start = this.#at - word.length;
    let isFloat = word === '-0';
    if (this.#text[this.#at] === '.') {
      isFloat = true;
      this.#at++;
      this.#digits();
    }
    if (/[eE]/.test(this.#text[this.#at] ?? '')) {
      isFloat = true;
      this.#at++;
      if (/[-+]/.test(this.#text[this.#at] ?? '')) this.#at++;
      this.#digits();
    }
    const written = this.#text.slice(start, this.#at);
    if (!isFloat) {
      const integer = BigInt(written);
      if (integer >= -(2n ** 63n) && integer < 2n ** 64n) return integer;
    }
    const float = Number(written);
    return Number.isFinite(float) ? float : this.#failBehind('number out of range');
  }

  #digits(): void {
    const digits = /\d*/y;
    digits.lastIndex = this.#at;
    const count = digits.exec(this.#text)![0].length;
    if (count === 0) this.#invalidNumber();
    this.#at += count;
  }

  #invalidNumber(): never {
    return this.#at >= this.#text.length ? this.#eof('a value') : this.#fail('invalid number');
  }

  #word<Value extends Json>(word: string, value: Value): Value {
    for (const char of word) {
      const found = this.#text[this.#at];
      if (found === undefined) return this.#eof('a value');
      this.#at++;
      if (found !== char) return this.#failBehind('expected ident');
    }
    return value;
  }

  #space(): void {
    const space = /[ \n\t\r]*/y;
    space.lastIndex = this.#at;
    space.exec(this.#text);
    this.#at = space.lastIndex;
  }

  #eof(what: string): never {
    return this.#failBehind(`EOF while parsing ${what}`);
  }

  /** At the next character, of which the first byte counts. */
  #fail(message: string): never {
    return this.#failAt(message, 1);
  }

  /** At the last character read. */
  #failBehind(message: string): never {
    return this.#failAt(message, 0);
  }

  #failAt(message: string, ahead: number): never {
    const before = this.#text.slice(0, this.#at);
    const lineStart = before.lastIndexOf('\n') + 1;
    const line = before.split('\n').length;
    const column = utf8Length(before, lineStart, before.length) + ahead;
    throw new JsonError(`${message} at line ${line} column ${column}`);
  }
}
