import type { TomlDocument } from './tree.ts';

/** How many bytes the text between two offsets takes in UTF-8. Half of a surrogate pair counts as half of its four. */
export function utf8Length(text: string, start: number, end: number): number {
  let length = end - start;
  for (let at = start; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c >= 0x80) length += c < 0x800 || (c >= 0xd800 && c <= 0xdfff) ? 1 : 2;
  }
  return length;
}

/** The offset in bytes of UTF-8 for one in UTF-16 code units. */
export const byteOffset = (document: TomlDocument, offset: number): number =>
  utf8Length(document.text, 0, offset);
