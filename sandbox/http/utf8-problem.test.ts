import assert from 'node:assert/strict';
import { utf8Problem } from './utf8-problem.ts';

describe('what Rust says of bytes', () => {
  it('is nothing when they are UTF-8', () => {
    assert.equal(utf8Problem(Buffer.from('aü€🦎')), undefined);
  });

  for (const [bytes, problem] of [
    [[0xff, 0xfe], 'invalid utf-8 sequence of 1 bytes from index 0'],
    [[0x61, 0xe2, 0x82], 'incomplete utf-8 byte sequence from index 1'],
    [[0xe2, 0x82, 0x61], 'invalid utf-8 sequence of 2 bytes from index 0'],
    [[0xed, 0xa0, 0x80], 'invalid utf-8 sequence of 1 bytes from index 0'],
    [[0xf0, 0x9f, 0x61], 'invalid utf-8 sequence of 2 bytes from index 0'],
  ] as const) {
    it(`is "${problem}"`, () => assert.equal(utf8Problem(Buffer.from(bytes)), problem));
  }
});
