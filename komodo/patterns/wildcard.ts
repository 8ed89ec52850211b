/**
 * Wildcards as Core's `wildcard` crate reads them: over bytes, so that `?` is one byte and not one character, with `\`
 * before `*`, `?` and `\` to mean the character itself.
 */
import { utf8 } from './utf8.ts';

/** A byte that must stand there, `?` (any one byte) or `*` (any bytes, none too). */
export type WildcardStep = number | '?' | '*';

/** What a wildcard says, or why Core refuses it, in the crate's words. Positions in them count bytes. */
export type Wildcard = { readonly steps: readonly WildcardStep[] } | { readonly error: string };

const star = 0x2a;
const questionMark = 0x3f;
const backslash = 0x5c;

export function readWildcard(text: string): Wildcard {
  const bytes = utf8(text);
  const steps: WildcardStep[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === star) steps.push('*');
    else if (byte === questionMark) steps.push('?');
    else if (byte === backslash) {
      const escaped = bytes[at + 1];
      if (escaped === undefined)
        return syntaxError(at, 'incomplete escape sequence at the end of the wildcard');
      if (escaped !== star && escaped !== questionMark && escaped !== backslash)
        return syntaxError(at, 'invalid escape sequence');
      steps.push(escaped);
      at++;
    } else steps.push(byte);
  }
  return { steps };
}

function syntaxError(position: number, message: string): Wildcard {
  return { error: `wildcard syntax error at position ${position}: ${message}` };
}

/** Whether the steps lead from the first to the last byte of a name; at most length of name × length of steps. */
export function matchesWildcard(steps: readonly WildcardStep[], name: Uint8Array): boolean {
  let step = 0;
  let at = 0;
  // Where to go on when what follows the last star does not fit: that star takes one byte more.
  let afterStar = -1;
  let starEnd = 0;
  while (at < name.length) {
    const wanted = steps[step];
    if (wanted === '*') {
      afterStar = ++step;
      starEnd = at;
    } else if (wanted === '?' || wanted === name[at]) {
      step++;
      at++;
    } else if (afterStar >= 0) {
      step = afterStar;
      at = ++starEnd;
    } else return false;
  }
  while (steps[step] === '*') step++;
  return step === steps.length;
}
