/**
 * Writing a text as a TOML string that Core reads as just that text. Core doubles backslashes between an odd `"""` and
 * the next before TOML sees them, so what a notation can hold depends on where it will stand: see `fences.ts`.
 */
import { FENCE } from './fences.ts';
import type { StringNode } from './tree.ts';

export type Notation = StringNode['quote'];

/** What is around a string. */
export interface Surroundings {
  /** An odd number of `"""` stands before it. Default false. */
  readonly insideFence?: boolean;
  /** How lines end there: editors make all line breaks of a file the same. Default `\n`. */
  readonly eol?: '\n' | '\r\n';
}

/** In the order in which people like them. */
const onOneLine: readonly Notation[] = ['"', "'", '"""', "'''"];
const onLines: readonly Notation[] = ['"""', "'''", '"'];

/** The text in the first notation that can hold it: `"""` for several lines, else `"`. */
export function quoted(text: string, around: Surroundings = {}): string {
  for (const notation of text.includes('\n') ? onLines : onOneLine) {
    const written = quotedAs(notation, text, around);
    if (written !== undefined) return written;
  }
  throw new Error('no string can hold this text');
}

/** The text in a notation; undefined where that cannot hold it, or would change how Core reads what follows. */
export function quotedAs(
  notation: Notation,
  text: string,
  { insideFence = false, eol = '\n' }: Surroundings = {},
): string | undefined {
  const lines = notation.length === 1 ? [text] : text.split(eol);
  const isPlain = !lines.some((line) => special.test(line)) && !text.includes(notation);
  // A line break right behind the opening quotes is none of the text.
  const opening = lines.length > 1 ? eol : '';
  switch (notation) {
    case '"':
      if (!insideFence) return `"${escaped(text)}"`;
      return isPlain ? `"${text}"` : undefined;
    case "'":
      if (!isPlain || text.includes(FENCE) || (insideFence && text.includes('\\')))
        return undefined;
      return `'${text}'`;
    case '"""':
      // Between the two there is no fence for Core where it has seen an odd one before.
      if (insideFence) return `"""${opening}${lines.map(escaped).join(eol)}"""`;
      return isPlain ? `"""${opening}${text}"""` : undefined;
    case "'''":
      return isPlain && isLiteral(text, insideFence) ? `'''${opening}${text}'''` : undefined;
  }
}

// eslint-disable-next-line no-control-regex -- they are what only an escape can write
const special = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/** Whether no backslash of the text is doubled, and all that follows keeps its meaning. */
function isLiteral(text: string, insideFence: boolean): boolean {
  const parts = text.split(FENCE);
  const isDoubled = (index: number) => (index % 2 === 1) !== insideFence;
  return (
    parts.length % 2 === 1 && !parts.some((part, index) => isDoubled(index) && part.includes('\\'))
  );
}

/** With escapes that every version of TOML knows. */
function escaped(text: string): string {
  return text.replace(mustBeEscaped, escapeOf);
}

// eslint-disable-next-line no-control-regex -- they are what TOML forbids
const mustBeEscaped = /["\\\u0000-\u0008\u000a-\u001f\u007f]/g;

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\b': '\\b',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

function escapeOf(character: string): string {
  const code = character.charCodeAt(0).toString(16).padStart(4, '0');
  return escapes[character] ?? `\\u${code}`;
}
