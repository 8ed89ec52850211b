/** Characters as terminals count them, of lines that may be as long as a file. */

/** How many code points a text has up to an offset, which counts UTF-16 code units. */
export function codePointsIn(text: string, offset = text.length): number {
  let count = 0;
  for (let at = 0; at < offset; at += widthAt(text, at)) count++;
  return count;
}

/** The offset, in UTF-16 code units, at which so many code points have gone by; the end of a text that has fewer. */
export function offsetAfter(codePoints: number, text: string): number {
  let at = 0;
  for (let left = codePoints; left > 0 && at < text.length; left--) at += widthAt(text, at);
  return at;
}

const widthAt = (text: string, at: number) => (text.codePointAt(at)! > 0xffff ? 2 : 1);
