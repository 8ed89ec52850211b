import {
  APOSTROPHE,
  CLOSE_BRACKET,
  DOT,
  EQUALS,
  HASH,
  OPEN_BRACKET,
  QUOTE,
  endsWord,
} from './chars.ts';
import { FENCE } from './fences.ts';
import { readKey } from './keys.ts';
import { indentation, skipMarker } from './lines.ts';
import { GIVEN_UP } from './reader.ts';
import type { Reader } from './reader.ts';
import { isTriple, readString } from './strings.ts';
import type { Block, HeaderNode, PairNode } from './tree.ts';
import { readPair } from './values.ts';
import { wordEnd } from './words.ts';

/**
 * Reads the block that begins here: a header and all up to the next one, or what stands before the first header.
 * What the grammar of TOML does not allow is read again by guesses.
 */
export function readBlock(r: Reader, hasHeader: boolean): Block {
  r.begin();
  const before = r.mark();
  const sound = attempt(r, () => readLines(r, hasHeader));
  if (sound !== undefined) {
    return { length: r.at - r.base, ...sound, reach: soundReach(r) - r.base };
  }
  r.reset(before);
  r.clear();
  r.mode = 'guess';
  const guessed = readLines(r, hasHeader);
  r.mode = 'strict';
  return { length: r.at - r.base, ...guessed, reach: guessedReach(r) - r.base };
}

/** What `read` makes of the text here; undefined if it gives up. */
function attempt<T>(r: Reader, read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    if (thrown === GIVEN_UP) return undefined;
    throw thrown;
  }
}

/** The bracket of the next header ends a block. The end of the text counts as a character: what is added there may go on. */
const soundReach = (r: Reader): number => r.at + indentation(r.text, r.at) + 1;

/** Guesses look at whole lines; the line break may be two characters. */
const guessedReach = (r: Reader): number => r.lineEnd(Math.max(r.furthest, r.at)) + 2;

/** Reads up to the next header, or to the end, the way the reader's mode says. */
export function readLines(
  r: Reader,
  hasHeader: boolean,
): Pick<Block, 'header' | 'pairs' | 'comments' | 'problems'> {
  const pairs: PairNode[] = [];
  let header: HeaderNode | undefined;
  r.skipByteOrderMark();
  while (!r.done) {
    const lineStart = r.at;
    r.skipBlanks();
    const c = r.peek();
    if (c === OPEN_BRACKET) {
      if (header !== undefined || !hasHeader) {
        r.at = lineStart;
        break;
      }
      header = readHeader(r);
    } else if (r.atLineEnd || c === HASH) {
      r.comment();
      r.lineBreak();
    } else {
      r.indent = indentation(r.text, lineStart);
      const pair = readLine(r);
      if (pair !== undefined) pairs.push(pair);
    }
  }
  const { comments, problems } = r;
  return { header, pairs, comments, problems };
}

function readHeader(r: Reader): HeaderNode {
  const start = r.at;
  const brackets = r.text.charCodeAt(start + 1) === OPEN_BRACKET ? 2 : 1;
  r.at += brackets;
  const key = readKey(r);
  let end = r.at;
  let closing = 0;
  r.skipBlanks();
  for (; closing < brackets && r.peek() === CLOSE_BRACKET; closing++) end = ++r.at;
  r.at = end;
  const closed = closing === brackets;
  if (closed) endLine(r, 'a header');
  else {
    const message = `this header is not closed: ${']'.repeat(brackets - closing)} is missing`;
    // A name that is missing, the toml crate calls wrong too, but it goes on to look for what is not its grammar.
    if (closing === 0 && key.parts.at(-1)!.missing) r.doubt(start, end, message);
    else r.fault(start, end, message, end);
    endLine(r, 'a header', true);
  }
  const kind = brackets === 2 ? 'array' : 'table';
  return { kind, start: r.inBlock(start), end: r.inBlock(end), key, closed };
}

/** Reads a line that holds a pair, or should. */
function readLine(r: Reader): PairNode | undefined {
  if (r.mode === 'guess') return readTrial(r) ?? readBrokenLine(r);
  if (!beginsKey(r)) r.fault(r.at, r.at + 1, 'a key must stand here');
  return readWholePair(r);
}

/** A key may begin here, if only one whose name is missing. */
function beginsKey(r: Reader): boolean {
  const c = r.peek();
  return c === EQUALS || c === DOT || !endsWord(c);
}

function readWholePair(r: Reader): PairNode {
  const pair = readPair(r, 'line');
  endLine(r, 'a value');
  return pair;
}

/** In a block that has faults, most pairs have none; guesses would only spoil them. */
function readTrial(r: Reader): PairNode | undefined {
  if (r.wasted > 4096 + (r.at - r.base) / 2) return undefined;
  const before = r.mark();
  r.mode = 'trial';
  const pair = attempt(r, () => readLine(r));
  r.mode = 'guess';
  if (pair === undefined) {
    r.wasted += r.at - before.at;
    r.reset(before);
  }
  return pair;
}

function readBrokenLine(r: Reader): PairNode | undefined {
  const start = r.at;
  if (skipMarker(r)) {
    r.lineBreak();
    return undefined;
  }
  if (beginsKey(r) && !isTriple(r.text, start)) {
    const known = r.problems.length;
    const pair = readPair(r, 'line');
    // Of a number that is too big Core may have more to say than of its line.
    const isBroken = r.problems.slice(known).some(({ isExcess }) => !isExcess);
    endLine(r, 'a value', isBroken);
    return pair;
  }
  if (beginsKey(r)) {
    r.fault(start, start + 3, 'these quotes belong to no key and close no string');
    r.skipLine();
    r.fences.passOver(r.at, start);
  } else {
    r.fault(start, start + 1, 'a key must stand here');
    r.skipLine();
  }
  r.lineBreak();
  return undefined;
}

/**
 * Passes the end of a line; a comment may stand before it, nothing else.
 *
 * @param known the line is known to be broken: what else is wrong with it needs no words.
 */
function endLine(r: Reader, after: string, known = false): void {
  // A value that was left open ends where the next line begins.
  if (r.mode === 'guess' && r.atLineStart) return;
  r.skipBlanks();
  r.comment();
  if (!r.atLineEnd) {
    const isBehindText = r.text.startsWith(FENCE, r.at - FENCE.length);
    const ended = isBehindText ? `; ${FENCE} ended the text` : '';
    const message = `nothing but a comment may follow ${after} on its line${ended}`;
    if (!known) r.fault(r.at, r.lineEnd(r.at), message);
    if (r.mode === 'crate') skipTokens(r);
    else r.skipLine();
  }
  r.lineBreak();
}

/** The crate passes what it ignores string by string, so that it may end lines further down. */
function skipTokens(r: Reader): void {
  while (!r.atLineEnd) {
    const c = r.peek();
    if (c === QUOTE || c === APOSTROPHE) readString(r);
    else if (c === HASH) r.comment();
    else r.at = Math.max(wordEnd(r.text, r.at), r.at + 1);
  }
}
