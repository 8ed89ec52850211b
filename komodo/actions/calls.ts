/** The calls of the `komodo` client in a script, and its string literals, for whoever looks for names in it. */
import { tokensOf, type Span, type TextToken, type Token } from './tokens.ts';

/** A string literal; its span is what stands between the quotes. */
export interface ScriptText extends Span {
  readonly kind: 'text';
  readonly value: string;
}
export type ScriptValue =
  | ScriptText
  | {
      readonly kind: 'object';
      readonly entries: ReadonlyMap<string, ScriptValue>;
      /** Where the keys stand, without quotes. */
      readonly keys: ReadonlyMap<string, Span>;
    }
  | { readonly kind: 'array'; readonly items: readonly ScriptValue[] }
  | { readonly kind: 'number' | 'boolean' | 'null' }
  /** Anything that only running the script would tell. */
  | { readonly kind: 'other' };

/** `komodo.execute("DeployStack", { stack: "web" })` */
export interface KomodoCall {
  readonly method: string;
  readonly arguments: readonly ScriptValue[];
}

export interface ScriptCalls {
  readonly calls: readonly KomodoCall[];
  /** All string literals, those in calls included. */
  readonly texts: readonly ScriptText[];
}

export function callsIn(script: string): ScriptCalls {
  const tokens = tokensOf(script);
  const partners = partnersOf(tokens);
  const calls = tokens.flatMap((token, at): KomodoCall[] => {
    if (!isName(token, 'komodo') || isSign(tokens[at - 1], '.')) return [];
    const method = tokens[at + 2];
    if (!isSign(tokens[at + 1], '.') || method?.kind !== 'name') return [];
    const open = behindTypes(tokens, at + 3);
    if (!isSign(tokens[open], '(')) return [];
    return [
      { method: method.text, arguments: new Reader(script, tokens, partners, open + 1).list(')') },
    ];
  });
  return { calls, texts: tokens.filter((token) => token.kind === 'text').map(textOf) };
}

/** Passes `<"DeployStack">`. */
function behindTypes(tokens: readonly Token[], at: number): number {
  return isSign(tokens[at], '<') && isSign(tokens[at + 2], '>') ? at + 3 : at;
}

/** For each opening bracket the index of the one that closes it; of the end where none does. */
function partnersOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'sign') return;
    if ('([{'.includes(token.text)) open.push(at);
    const partner = ')]}'.includes(token.text) ? open.pop() : undefined;
    if (partner !== undefined) partners.set(partner, at);
  });
  for (const at of open) partners.set(at, tokens.length);
  return partners;
}

/** Deeper in one another nobody writes names. */
const DEEPEST = 20;

/** Reads literals, token by token. What is no literal is passed over, brackets as a whole. */
class Reader {
  readonly #script: string;
  readonly #tokens: readonly Token[];
  readonly #partners: ReadonlyMap<number, number>;
  #at: number;
  #depth = 0;

  constructor(
    script: string,
    tokens: readonly Token[],
    partners: ReadonlyMap<number, number>,
    at: number,
  ) {
    this.#script = script;
    this.#tokens = tokens;
    this.#partners = partners;
    this.#at = at;
  }

  /** Values between commas, up to a closing bracket. */
  list(closing: string): ScriptValue[] {
    const values: ScriptValue[] = [];
    while (this.#here && !isSign(this.#here, closing)) {
      const start = this.#at;
      const value = this.#value();
      const goesOn = isSign(this.#here, ',');
      // Brackets that do not fit together: the script is broken here.
      if (this.#at === start && !goesOn) break;
      values.push(value);
      if (goesOn) this.#at++;
    }
    this.#at++;
    return values;
  }

  get #here(): Token | undefined {
    return this.#tokens[this.#at];
  }

  /** Up to the comma or bracket that ends it. */
  #value(): ScriptValue {
    this.#depth++;
    const value = this.#depth > DEEPEST ? undefined : this.#literal();
    this.#depth--;
    const here = this.#here;
    const isAll = isEnd(here) || isName(here, 'as') || isName(here, 'satisfies');
    this.#passRest();
    return isAll && value ? value : { kind: 'other' };
  }

  #literal(): ScriptValue | undefined {
    const token = this.#here;
    if (token?.kind === 'text') {
      this.#at++;
      return textOf(token);
    }
    if (isSign(token, '[')) {
      this.#at++;
      return { kind: 'array', items: this.list(']') };
    }
    if (isSign(token, '{')) {
      this.#at++;
      return this.#object();
    }
    return this.#plain();
  }

  /** A number, `true`, `false` or `null`. */
  #plain(): ScriptValue | undefined {
    const start = this.#at;
    if (isSign(this.#here, '-')) this.#at++;
    const token = this.#here;
    const isNumber = token?.kind === 'other' && /[\d.]/.test(this.#script[token.start]!);
    if (isNumber || token?.kind === 'name') this.#at++;
    if (isNumber) return { kind: 'number' };
    const isWord = token?.kind === 'name' && this.#at === start + 1;
    if (isWord && (token.text === 'true' || token.text === 'false')) return { kind: 'boolean' };
    return isWord && token.text === 'null' ? { kind: 'null' } : undefined;
  }

  #object(): ScriptValue {
    const entries = new Map<string, ScriptValue>();
    const keys = new Map<string, Span>();
    while (this.#here && !isSign(this.#here, '}')) {
      const start = this.#at;
      const key = this.#here;
      if ((key.kind === 'name' || key.kind === 'text') && isSign(this.#tokens[start + 1], ':')) {
        this.#at += 2;
        const name = key.kind === 'name' ? key.text : key.value;
        keys.set(name, key.kind === 'name' ? { start: key.start, end: key.end } : key.inner);
        entries.set(name, this.#value());
      } else this.#passRest();
      if (isSign(this.#here, ',')) this.#at++;
      else if (this.#at === start) break;
    }
    this.#at++;
    return { kind: 'object', entries, keys };
  }

  #passRest(): void {
    while (!isEnd(this.#here)) this.#at = (this.#partners.get(this.#at) ?? this.#at) + 1;
  }
}

function textOf({ value, inner }: TextToken): ScriptText {
  return { kind: 'text', value, ...inner };
}

function isName(token: Token | undefined, text: string): boolean {
  return token?.kind === 'name' && token.text === text;
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

/** What a value ends before. */
function isEnd(token: Token | undefined): boolean {
  return token === undefined || (token.kind === 'sign' && ',;)]}'.includes(token.text));
}
