/**
 * Core logs an execution as Rust's `Debug` writes it: `RunAction(RunAction { action: "x", args: Some({"n": Number(2)}) })`.
 * This reads it back.
 */

/** Deeper than JSON arguments can be nested for Core. */
const deepest = 150;

export interface LoggedExecution {
  readonly type: string;
  /** Parameters by name, as JSON; those that are `None` are left out. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Undefined when the text is not of that shape. */
export function readExecution(text: string): LoggedExecution | undefined {
  const [, type] = /^(\w+)\(/.exec(text) ?? [];
  if (type === undefined) return undefined;
  try {
    const reader = new Reader(text);
    const params = reader.value(0);
    if (!reader.atEnd) return undefined;
    return { type, params: isRecord(params) ? params : {} };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const constants = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['Null', null],
  ['None', undefined],
]);

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.at === this.text.length;
  }

  value(depth: number): unknown {
    if (depth > deepest) throw new SyntaxError('nested too deeply');
    const string = this.string();
    if (string !== undefined) return string;
    const [number] = this.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/y) ?? [];
    if (number !== undefined) return exactNumber(number);
    const [word] = this.match(/\w+/y) ?? [];
    if (this.take('(')) {
      const items = this.list(')', () => this.value(depth + 1));
      return items.length === 1 ? items[0] : items;
    }
    if (word !== undefined) this.take(' ');
    if (this.take('[')) return this.list(']', () => this.value(depth + 1));
    if (this.take('{')) return this.entries(depth);
    if (word === undefined) throw new SyntaxError('no value');
    return constants.has(word) ? constants.get(word) : word;
  }

  private string(): string | undefined {
    const [quoted] = this.match(/"[^"\\]*(?:\\.[^"\\]*)*"/y) ?? [];
    return quoted === undefined ? undefined : unescape(quoted.slice(1, -1));
  }

  private entries(depth: number): Record<string, unknown> {
    const entries = this.list('}', (): [string, unknown] => {
      const name = this.string() ?? this.match(/\w+/y)?.[0];
      if (name === undefined || !this.take(':')) throw new SyntaxError('no field');
      this.match(/ */y);
      return [name, this.value(depth + 1)];
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  private list<T>(close: string, item: () => T): T[] {
    const items: T[] = [];
    for (;;) {
      this.match(/[ ,]*/y);
      if (this.take(close)) return items;
      items.push(item());
    }
  }

  private take(char: string): boolean {
    if (this.text[this.at] !== char) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

function unescape(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]{1,6})\}|(.))/g, (whole, hex?: string, char?: string) => {
    if (hex === undefined) return escapes[char!] ?? char!;
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** As text where a double would change it. */
function exactNumber(text: string): number | string {
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
