import { APOSTROPHE, COLON, DOT, QUOTE, endsWord, isBareKey } from './chars.ts';
import type { Reader } from './reader.ts';
import { isTriple, readString } from './strings.ts';
import type { Key, KeyPart } from './tree.ts';

/** Core refuses a key of more parts, wherever it stands. */
export const MOST_KEY_PARTS = 80;

/**
 * Reads a key of one or more parts with dots between. There is always a first part, if only a missing one; those after
 * the {@link MOST_KEY_PARTS} that Core takes are passed.
 */
export function readKey(r: Reader): Key {
  const parts: KeyPart[] = [];
  const start = r.at;
  let count = 0;
  for (;;) {
    r.skipBlanks();
    const part = readPart(r, count > 0);
    if (++count <= MOST_KEY_PARTS) parts.push(part);
    const end = r.at;
    r.skipBlanks();
    if (r.peek() !== DOT) {
      r.at = end;
      break;
    }
    r.at++;
  }
  if (count > MOST_KEY_PARTS) {
    r.flaw(start, r.at, `a key may have ${MOST_KEY_PARTS} parts at most`);
  }
  return { start: r.inBlock(start), end: r.inBlock(r.at), parts };
}

/** YAML and JSON have a colon between a key and its value. */
export function isAtColon(r: Reader): boolean {
  return r.mode === 'guess' && r.peek() === COLON && /[\s"'[{]|^$/.test(r.text.charAt(r.at + 1));
}

function readPart(r: Reader, afterDot: boolean): KeyPart {
  const start = r.at;
  const c = r.peek();
  if (c === QUOTE || c === APOSTROPHE) {
    if (isTriple(r.text, start)) r.doubt(start, start + 3, 'a multi-line string cannot be a key');
    const { value, quote } = readString(r);
    return {
      start: r.inBlock(start),
      end: r.inBlock(r.at),
      name: value,
      quote: quote.startsWith('"') ? '"' : "'",
    };
  }
  while (isBareKey(r.peek())) r.at++;
  const bareEnd = r.at;
  while (!r.done && r.peek() !== DOT && !endsWord(r.peek()) && !isAtColon(r)) r.at++;
  if (r.at > bareEnd) {
    r.flaw(bareEnd, r.at, 'a key without quotes is made of A-Z, a-z, 0-9, _ and - alone');
  }
  const name = r.text.slice(start, r.at);
  if (name !== '') return { start: r.inBlock(start), end: r.inBlock(r.at), name, quote: '' };
  const where = afterDot ? 'a name must follow the dot' : 'a key must stand here';
  r.flaw(start, Math.min(start + 1, r.lineEnd(start)), where);
  return { start: r.inBlock(start), end: r.inBlock(start), name, quote: '', missing: true };
}
