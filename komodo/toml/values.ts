import {
  APOSTROPHE,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  EQUALS,
  HASH,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  endsWord,
} from './chars.ts';
import { isAtColon, readKey } from './keys.ts';
import { leavesContainer, lineEndBefore, skipMarker } from './lines.ts';
import type { Reader } from './reader.ts';
import { readString } from './strings.ts';
import type { ArrayNode, InlineTableNode, Key, PairNode, ValueNode } from './tree.ts';
import { readWord } from './words.ts';

/** How deep arrays and inline tables may stand in one another; one deeper, Core refuses the file. */
export const DEEPEST = 80;

/** Where a pair stands: on a line of its own, or in an inline table. */
type Home = 'line' | 'inline-table';

/** Reads `key = value`. */
export function readPair(r: Reader, home: Home): PairNode {
  const key = readKey(r);
  const start = r.base + key.start;
  const keyEnd = r.at;
  skipGap(r, home);
  if (isAtColon(r)) return readColonPair(r, home, key);
  if (r.peek() !== EQUALS) {
    const message = 'a key needs = and a value';
    // That the name after the last dot is missing has been said; nobody writes = before it.
    const isKnown = r.mode === 'guess' && key.parts.at(-1)!.missing;
    if (home === 'inline-table' && endsTable(r)) r.doubt(start, keyEnd, message, r.at, keyEnd);
    else if (!isKnown) r.fault(start, keyEnd, message, r.at);
    r.at = keyEnd;
    const value = { kind: 'missing', start: r.inBlock(keyEnd), end: r.inBlock(keyEnd) } as const;
    return { kind: 'pair', start: r.inBlock(start), end: r.inBlock(keyEnd), key, value };
  }
  const equals = r.at - r.base;
  r.at++;
  const value = readPairValue(r, home);
  return { kind: 'pair', start: key.start, end: value.end, key, equals, value };
}

/** Reads on from a colon as if it were `=`. Behind one at the end of a line YAML goes on; what that means is anybody's guess. */
function readColonPair(r: Reader, home: Home, key: Key): PairNode {
  const equals = r.at - r.base;
  r.fault(r.at, r.at + 1, 'TOML has = between a key and its value, and no colon');
  r.at++;
  const { at } = r;
  r.skipBlanks();
  const isAlone = r.atLineEnd || r.peek() === HASH;
  if (isAlone) r.at = at;
  const value: ValueNode = isAlone
    ? { kind: 'missing', start: r.inBlock(at), end: r.inBlock(at) }
    : readPairValue(r, home);
  return { kind: 'pair', start: key.start, end: value.end, key, equals, value };
}

/**
 * Core lets line breaks stand on both sides of an `=` in an inline table, though TOML 1.1 does not. When guessing, the
 * next line is rather the next pair.
 */
function skipGap(r: Reader, home: Home): void {
  r.skipBlanks();
  if (home === 'inline-table' && r.mode !== 'guess') skipTrivia(r, home);
}

const endsTable = (r: Reader): boolean => r.done || r.peek() === CLOSE_BRACE;

function readPairValue(r: Reader, home: Home): ValueNode {
  r.skipBlanks();
  const at = r.at;
  skipGap(r, home);
  const c = r.peek();
  const isMissing = r.done || (endsWord(c) && c !== OPEN_BRACKET && c !== OPEN_BRACE);
  if (!isMissing) return readValue(r);
  const isStray =
    c === EQUALS || c === CLOSE_BRACKET || c === (home === 'line' ? CLOSE_BRACE : COMMA);
  const message = 'a value must stand here';
  if (isStray) r.fault(at, at, message, r.at);
  else r.doubt(at, at, message, r.at);
  r.at = at;
  return { kind: 'missing', start: r.inBlock(at), end: r.inBlock(at) };
}

/** Reads the value that begins here. */
function readValue(r: Reader): ValueNode {
  const c = r.peek();
  if (c === QUOTE || c === APOSTROPHE) return readString(r);
  if (c === OPEN_BRACKET || c === OPEN_BRACE) return readContainer(r, c === OPEN_BRACKET);
  return readWord(r);
}

function readContainer(r: Reader, isArray: boolean): ArrayNode | InlineTableNode {
  if (r.arrays + r.tables === DEEPEST) {
    const message = `arrays and inline tables may stand ${DEEPEST} deep in one another at most`;
    r.fault(r.at, r.at + 1, message);
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
  let end = ++r.at;
  while (skipTrivia(r, 'array')) {
    const c = r.peek();
    if (c === CLOSE_BRACKET) {
      r.at++;
      return { kind: 'array', start: r.inBlock(start), end: r.inBlock(r.at), items };
    }
    if (c === CLOSE_BRACE && r.tables > 0) break;
    if (c === COMMA || c === EQUALS || c === CLOSE_BRACE) {
      const what = c === COMMA ? 'a value must stand before this comma' : 'a value must stand here';
      r.fault(r.at, r.at + 1, what);
      r.at++;
      continue;
    }
    items.push(readValue(r));
    end = r.at;
    if (!skipTrivia(r, 'array')) break;
    if (r.peek() === COMMA) end = ++r.at;
    else if (r.peek() !== CLOSE_BRACKET && r.peek() !== CLOSE_BRACE) missingComma(r, 'items');
  }
  noteOpen(r, start, end, 'this array is not closed: ] is missing', items.at(-1));
  return {
    kind: 'array',
    start: r.inBlock(start),
    end: r.inBlock(lineEndBefore(r.text, r.at)),
    items,
    open: true,
  };
}

function readInlineTable(r: Reader): InlineTableNode {
  const start = r.at;
  const pairs: PairNode[] = [];
  let comma: number | undefined;
  let end = ++r.at;
  while (skipTrivia(r, 'inline-table')) {
    const c = r.peek();
    if (c === CLOSE_BRACE) {
      if (comma !== undefined && r.toml10) {
        const message = 'TOML 1.0 allows no comma after the last pair of an inline table';
        r.flaw(comma, comma + 1, message, 'grammar');
      }
      r.at++;
      return { kind: 'inline-table', start: r.inBlock(start), end: r.inBlock(r.at), pairs };
    }
    if (c === CLOSE_BRACKET && r.arrays > 0) break;
    if (c === COMMA || c === CLOSE_BRACKET) {
      r.fault(r.at, r.at + 1, 'a key must stand here');
      r.at++;
      continue;
    }
    if (c === OPEN_BRACKET || c === OPEN_BRACE) {
      r.fault(r.at, r.at + 1, 'a key and = are missing before this value');
      readValue(r);
    } else pairs.push(readPair(r, 'inline-table'));
    end = r.at;
    comma = undefined;
    if (!skipTrivia(r, 'inline-table')) break;
    if (r.peek() === COMMA) {
      comma = r.at;
      end = ++r.at;
    } else if (r.peek() !== CLOSE_BRACKET && r.peek() !== CLOSE_BRACE) missingComma(r, 'pairs');
  }
  noteOpen(r, start, end, 'this inline table is not closed: } is missing', pairs.at(-1)?.value);
  const last = lineEndBefore(r.text, r.at);
  return { kind: 'inline-table', start: r.inBlock(start), end: r.inBlock(last), pairs, open: true };
}

function missingComma(r: Reader, between: string): void {
  r.fault(r.at, r.at + 1, `a comma is missing between these ${between}`);
}

/**
 * Notes that a bracket has no partner, unless the same is already said of what stands last in it.
 *
 * @param end where the last thing in it ends: the place that the toml crate names if the text ends too soon.
 */
function noteOpen(r: Reader, start: number, end: number, message: string, last?: ValueNode): void {
  if (r.mode === 'guess' && last !== undefined && 'open' in last) return;
  r.fault(start, start + 1, message, r.done ? end : r.at);
}

/**
 * Passes blanks, comments and line breaks between what a container holds. False at the end of the text, and, when
 * guessing, where a line begins that looks as if the container had ended before it.
 */
function skipTrivia(r: Reader, container: 'array' | 'inline-table'): boolean {
  for (;;) {
    if (r.mode === 'guess') {
      if (leavesContainer(r, container === 'inline-table')) return false;
      skipMarker(r);
    }
    r.skipBlanks();
    const start = r.at;
    r.comment();
    r.lineBreak();
    if (r.at === start) return !r.done;
    if (container === 'inline-table' && r.toml10) {
      const message = 'TOML 1.0 allows no line break and no comment in an inline table';
      r.flaw(start, r.at, message, 'grammar');
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
  const span = { start: r.inBlock(start), end: r.inBlock(r.at) };
  return isArray
    ? { kind: 'array', ...span, items: [] }
    : { kind: 'inline-table', ...span, pairs: [] };
}
