import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { asLiteral, literalOffsets, literalValue } from './literal.ts';

/** What JavaScript makes of a literal. */
const inJavaScript = (written: string, quote: string): unknown =>
  runInNewContext(`${quote}${written}${quote}`);

describe('a literal of JavaScript', () => {
  const written = [
    String.raw`\\^foo-.*$\\`,
    String.raw`a\tb\x41\u0042\u{1F98E}\'\"\0`,
    '\\\nline \\\r\ngoes on',
    'plain 🦎',
  ];

  it('stands for what JavaScript makes of it', () => {
    for (const text of written)
      for (const quote of ['"', "'", '`'])
        assert.equal(literalValue(text), inJavaScript(text, quote), text);
  });

  it('tells where each character of it is written', () => {
    assert.deepEqual(literalOffsets(String.raw`\\^a\x41b`), [0, 2, 3, 4, 8, 9]);
    assert.deepEqual(literalOffsets(String.raw`\u{1F98E}b`), [0, 0, 9, 10]);
    assert.deepEqual(literalOffsets('\\\nb'), [2, 3]);
    for (const text of written)
      assert.equal(literalOffsets(text).length, literalValue(text).length + 1);
  });

  it('is written so that it stands for a text', () => {
    const text = '\\^foo$\\ "a\' `${b}`\r\n$c\u2028';
    for (const quote of ['"', "'", '`'] as const)
      assert.equal(inJavaScript(asLiteral(text, quote), quote), text);
  });
});
