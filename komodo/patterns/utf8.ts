/** The UTF-8 bytes of a text; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code, 0));
    else if (code >= 0xd800 && code < 0xe000) bytes.push(0xef, 0xbf, 0xbd);
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), continuation(code, 6), continuation(code, 0));
    else
      bytes.push(
        0xf0 | (code >> 18),
        continuation(code, 12),
        continuation(code, 6),
        continuation(code, 0),
      );
  }
  return Uint8Array.from(bytes);
}

function continuation(code: number, shift: number): number {
  return 0x80 | ((code >> shift) & 0x3f);
}
