import assert from 'node:assert/strict';
import { maskedValue, maskSecrets, secretMasker } from './secretMasker.ts';

const variables = [
  { name: 'TOKEN', value: 'hunter2', is_secret: true },
  { name: 'KEY', value: 'one\ntwo', is_secret: true },
  { name: 'DOMAIN', value: 'example.org', is_secret: false },
];

describe('secrets in what a script prints', () => {
  const shown = (...pieces: string[]) => {
    const masker = secretMasker(variables);
    return [...pieces.map((piece) => masker.push(piece)), masker.end()];
  };

  it('are masked, and nothing else is', () => {
    assert.deepEqual(shown('a hunter2 at example.org\n'), ['a <TOKEN> at example.org\n', '']);
  });

  it('are masked where they come in pieces', () => {
    assert.deepEqual(shown('a hun', 'ter2 b'), ['a ', '<TOKEN> b', '']);
    assert.deepEqual(shown('one\n', 'two\n'), ['', '<KEY>\n', '']);
  });

  it('are masked whole where one begins as another does', () => {
    const both = [
      { name: 'A', value: 'abc', is_secret: true },
      { name: 'B', value: 'abcdef', is_secret: true },
    ];
    assert.equal(maskSecrets('abcdef abc', both), '<B> <A>');
    assert.deepEqual(maskedValue({ a: ['x abc'], b: 1 }, both), { a: ['x <A>'], b: 1 });
  });

  it('hold nothing back for long that only begins like one', () => {
    assert.deepEqual(shown('a hun', 't\n'), ['a ', 'hunt\n', '']);
    assert.deepEqual(shown('a hun'), ['a ', 'hun']);
  });
});
