import {
  APOSTROPHE,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  EQUALS,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  endsWord,
} from './chars.ts';
import { readKey } from './keys.ts';
import { leavesContainer, lineEndBefore } from './lines.ts';
import type { Reader } from './reader.ts';
import { readString } from './strings.ts';
import type { ArrayNode, InlineTableNode, PairNode, ValueNode } from './tree.ts';
import { readWord } from './words.ts';

/** How deep arrays and inline tables may stand in one another; one deeper, Core refuses the file. */
export const DEEPEST = 80;

/** Reads the value here. Where none stands, nothing is passed and a missing one is noted. */
export function readValue(r: Reader): ValueNode {
  const c = r.peek();
  if (c === QUOTE || c === APOSTROPHE) return readString(r);
  if (c === OPEN_BRACKET || c === OPEN_BRACE) return readContainer(r, c);
  if (!r.done && !endsWord(c)) return readWord(r);
  r.fault(r.at, r.at, 'a value must stand here');
  return { kind: 'missing', ...r.span(r.at, r.at) };
}

/** Reads `key = value`, of a line or of an inline table. */
export function readPair(r: Reader): PairNode {
  const start = r.at;
  const key = readKey(r);
  const keyEnd = r.at;
  r.skipBlanks();
  if (r.peek() !== EQUALS) {
    r.at = keyEnd;
    r.fault(start, keyEnd, 'a key needs = and a value');
    const value = { kind: 'missing', ...r.span(keyEnd, keyEnd) } as const;
    return { kind: 'pair', ...r.span(start, keyEnd), key, value };
  }
  const equals = r.at - r.base;
  r.at++;
  r.skipBlanks();
  const value = readValue(r);
  return { kind: 'pair', start: key.start, end: value.end, key, equals, value };
}

function readContainer(r: Reader, opening: number): ArrayNode | InlineTableNode {
  const isArray = opening === OPEN_BRACKET;
  if (r.arrays + r.tables === DEEPEST) {
    r.fault(
      r.at,
      r.at + 1,
      `arrays and inline tables may stand ${DEEPEST} deep in one another at most`,
    );
    return skipContainer(r, isArray);
  }
  if (isArray) {
    r.arrays++;
    const node = readArray(r);
    r.arrays--;
    return node;
  }
  r.tables++;
  const node = readInlineTable(r);
  r.tables--;
  return node;
}

function readArray(r: Reader): ArrayNode {
  const start = r.at;
  const items: ValueNode[] = [];
  r.at++;
  while (skipTrivia(r, false)) {
    const c = r.peek();
    if (c === CLOSE_BRACKET) {
      r.at++;
      return { kind: 'array', ...r.span(start, r.at), items };
    }
    if (c === CLOSE_BRACE && r.tables > 0) break;
    if (c === COMMA || c === EQUALS || c === CLOSE_BRACE) {
      r.fault(
        r.at,
        r.at + 1,
        c === COMMA
          ? 'a value must stand before this comma'
          : `an array cannot hold ${r.text.charAt(r.at)}`,
      );
      r.at++;
      continue;
    }
    items.push(readValue(r));
    if (!skipTrivia(r, false)) break;
    if (r.peek() === COMMA) r.at++;
    else if (r.peek() !== CLOSE_BRACKET && r.peek() !== CLOSE_BRACE) missingComma(r, 'items');
  }
  noteOpen(r, start, items.at(-1), 'array', ']');
  return { kind: 'array', ...r.span(start, lineEndBefore(r.text, r.at)), items, open: true };
}

function readInlineTable(r: Reader): InlineTableNode {
  const start = r.at;
  const pairs: PairNode[] = [];
  let comma: number | undefined;
  r.at++;
  while (skipTrivia(r, true)) {
    const c = r.peek();
    if (c === CLOSE_BRACE) {
      if (comma !== undefined && r.toml10) {
        r.flaw(comma, comma + 1, 'TOML 1.0 allows no comma after the last pair of an inline table');
      }
      r.at++;
      return { kind: 'inline-table', ...r.span(start, r.at), pairs };
    }
    if (c === CLOSE_BRACKET && r.arrays > 0) break;
    if (c === COMMA || c === CLOSE_BRACKET) {
      r.fault(r.at, r.at + 1, 'a key must stand here');
      r.at++;
      continue;
    }
    if (c === OPEN_BRACKET || c === OPEN_BRACE) {
      r.fault(
        r.at,
        r.at + 1,
        'an inline table holds pairs of a key and a value; the key is missing',
      );
      readValue(r);
    } else pairs.push(readPair(r));
    comma = undefined;
    if (!skipTrivia(r, true)) break;
    if (r.peek() === COMMA) comma = r.at++;
    else if (r.peek() !== CLOSE_BRACKET && r.peek() !== CLOSE_BRACE) missingComma(r, 'pairs');
  }
  noteOpen(r, start, pairs.at(-1)?.value, 'inline table', '}');
  const end = lineEndBefore(r.text, r.at);
  return { kind: 'inline-table', ...r.span(start, end), pairs, open: true };
}

function missingComma(r: Reader, between: string): void {
  r.fault(r.at, r.at + 1, `a comma is missing between these ${between}`);
}

/** Notes that a bracket has no partner, unless the same is already said of what stands last in it. */
function noteOpen(
  r: Reader,
  start: number,
  last: ValueNode | undefined,
  what: string,
  bracket: string,
): void {
  if (last !== undefined && 'open' in last) return;
  r.fault(start, start + 1, `this ${what} is not closed: ${bracket} is missing`);
}

/**
 * Passes blanks, comments and line breaks between what a container holds. False at the end of the text, and, while
 * recovering, where a line begins that looks as if the container had ended before it.
 */
function skipTrivia(r: Reader, inTable: boolean): boolean {
  for (;;) {
    if (r.recovering && leavesContainer(r, inTable)) return false;
    r.skipBlanks();
    const start = r.at;
    r.comment();
    const broken = r.lineBreak();
    if (r.at === start) return !r.done;
    if (inTable && r.toml10 && (broken || r.at > start)) {
      r.flaw(start, r.at, 'TOML 1.0 allows no line break and no comment in an inline table');
    }
  }
}

/** Passes a container that stands too deep, without looking at what it holds. */
function skipContainer(r: Reader, isArray: boolean): ArrayNode | InlineTableNode {
  const start = r.at;
  let depth = 0;
  do {
    const c = r.peek();
    if (c === QUOTE || c === APOSTROPHE) {
      readString(r);
      continue;
    }
    if (c === OPEN_BRACKET || c === OPEN_BRACE) depth++;
    else if (c === CLOSE_BRACKET || c === CLOSE_BRACE) depth--;
    r.at++;
    r.comment();
  } while (depth > 0 && !r.done);
  const span = r.span(start, r.at);
  return isArray
    ? { kind: 'array', ...span, items: [] }
    : { kind: 'inline-table', ...span, pairs: [] };
}
