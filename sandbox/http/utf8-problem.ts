/** Why Rust takes bytes for no UTF-8, in the words of its `Utf8Error`; undefined where they are UTF-8. */
export function utf8Problem(bytes: Buffer): string | undefined {
  for (let at = 0; at < bytes.length;) {
    const { length, ends } = sequenceAt(bytes, at);
    if (ends === 'well') at += length;
    else if (ends === 'early') return `incomplete utf-8 byte sequence from index ${at}`;
    else return `invalid utf-8 sequence of ${length} bytes from index ${at}`;
  }
  return undefined;
}

/** How long a character is, or as far as it could have been one. */
function sequenceAt(
  bytes: Buffer,
  at: number,
): { length: number; ends: 'well' | 'early' | 'badly' } {
  const first = bytes[at]!;
  if (first < 0x80) return { length: 1, ends: 'well' };
  const width = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : 4;
  if (first < 0xc2 || first > 0xf4) return { length: 1, ends: 'badly' };
  for (let offset = 1; offset < width; offset++) {
    const byte = bytes[at + offset];
    if (byte === undefined) return { length: offset, ends: 'early' };
    const [low, high] = offset === 1 ? secondByte(first) : [0x80, 0xbf];
    if (byte < low || byte > high) return { length: offset, ends: 'badly' };
  }
  return { length: width, ends: 'well' };
}

/** The second byte rules out overlong forms, surrogates, and what is beyond Unicode. */
function secondByte(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  if (first === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
