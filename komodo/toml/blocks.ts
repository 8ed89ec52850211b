import { CLOSE_BRACKET, EQUALS, HASH, OPEN_BRACKET, endsWord } from './chars.ts';
import { readKey } from './keys.ts';
import { indentation } from './lines.ts';
import { NOT_STRICT } from './reader.ts';
import type { Reader } from './reader.ts';
import type { Block, HeaderNode, PairNode } from './tree.ts';
import { isTriple } from './strings.ts';
import { readPair } from './values.ts';

/** Reads the block that begins here: a header and all pairs up to the next, or the pairs before the first header. */
export function readBlock(r: Reader, hasHeader: boolean): Block {
  const insideFence = r.fences.insideAt(r.at);
  r.base = r.at;
  const before = r.mark();
  try {
    return readLines(r, hasHeader, insideFence);
  } catch (thrown) {
    if (thrown !== NOT_STRICT) throw thrown;
  }
  r.reset(before);
  r.recovering = true;
  const block = readLines(r, hasHeader, insideFence);
  r.recovering = false;
  return block;
}

function readLines(r: Reader, hasHeader: boolean, insideFence: boolean): Block {
  r.comments = [];
  r.problems = [];
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
      endLine(r, 'a header');
    } else if (r.atLineEnd() || c === HASH) {
      r.comment();
      r.lineBreak();
    } else {
      r.indent = indentation(r.text, lineStart);
      const pair = readPairLine(r);
      if (pair !== undefined) pairs.push(pair);
    }
  }
  const { comments, problems } = r;
  const length = r.at - r.base;
  return header === undefined
    ? { length, insideFence, pairs, comments, problems }
    : { length, insideFence, header, pairs, comments, problems };
}

function readHeader(r: Reader): HeaderNode {
  const start = r.at;
  const brackets = r.text.charCodeAt(start + 1) === OPEN_BRACKET ? 2 : 1;
  r.at += brackets;
  const key = readKey(r);
  r.skipBlanks();
  let closing = 0;
  while (closing < brackets && r.peek() === CLOSE_BRACKET) {
    r.at++;
    closing++;
  }
  const end = closing > 0 ? r.at : key.end + r.base;
  if (closing < brackets) {
    r.at = end;
    r.fault(start, end, `this header is not closed: ${']'.repeat(brackets - closing)} is missing`);
  }
  const kind = brackets === 2 ? 'array' : 'table';
  return { kind, ...r.span(start, end), key, closed: closing === brackets };
}

/** Reads a line that holds a pair, or should. */
function readPairLine(r: Reader): PairNode | undefined {
  if (!r.recovering) return readWholePair(r);
  return readStrictly(r) ?? readBrokenPair(r);
}

function readWholePair(r: Reader): PairNode {
  const pair = readPair(r);
  endLine(r, 'a value');
  return pair;
}

/** In a block that has faults, most pairs have none; guesses would only spoil them. */
function readStrictly(r: Reader): PairNode | undefined {
  if (r.patience <= 0) return undefined;
  const before = r.mark();
  r.recovering = false;
  r.doubtful = true;
  try {
    return readWholePair(r);
  } catch (thrown) {
    if (thrown !== NOT_STRICT) throw thrown;
    r.patience -= r.at - before.at;
    r.reset(before);
    return undefined;
  } finally {
    r.recovering = true;
    r.doubtful = false;
  }
}

function readBrokenPair(r: Reader): PairNode | undefined {
  const start = r.at;
  if (isTriple(r.text, start)) {
    const inside = r.fences.insideAt(start - 1);
    r.fault(start, start + 3, 'these quotes close nothing and belong to no key');
    r.skipLine();
    r.fences.moveTo(r.at, inside);
  } else if (endsWord(r.peek()) && r.peek() !== EQUALS) {
    r.fault(start, start + 1, 'a key must stand here');
    r.skipLine();
  } else {
    const known = r.problems.length;
    const pair = readPair(r);
    if (r.problems.length > known && !r.atLineStart) r.skipLine();
    endLine(r, 'a value');
    return pair;
  }
  r.lineBreak();
  return undefined;
}

/** Passes the end of a line; a comment may stand before it, nothing else. */
function endLine(r: Reader, after: string): void {
  // A value that was left open ends where the next line begins.
  if (r.recovering && r.atLineStart) return;
  r.skipBlanks();
  r.comment();
  if (!r.atLineEnd()) {
    r.fault(r.at, r.lineEnd(r.at), `nothing but a comment may follow ${after} on its line`);
    r.skipLine();
  }
  r.lineBreak();
}
