import assert from 'node:assert/strict';
import { splitList } from './list.ts';

const texts = (list: string) => splitList(list).map((entry) => entry.text);

describe('a list', () => {
  it('has one entry a line or between commas', () =>
    assert.deepEqual(texts('web-*, api-*\ndb'), ['web-*', 'api-*', 'db']));

  it('leaves out empty entries and white space', () =>
    assert.deepEqual(texts(' ,a,\t\n\r\n  b ,,\u3000c\u00a0'), ['a', 'b', 'c']));

  it('trims what Rust calls white space: U+0085 is, U+FEFF is not', () =>
    assert.deepEqual(texts('\u0085a\u0085,\ufeffb'), ['a', '\ufeffb']));

  it('takes a line that begins with # and what follows " #" for comments', () =>
    assert.deepEqual(texts('# all\na #b, c\n  # d\ne#f, g# h'), ['a', 'e#f', 'g# h']));

  it('knows no quotes: a comma inside a regex splits it', () =>
    assert.deepEqual(texts('\\a{1,3}\\'), ['\\a{1', '3}\\']));

  it('says where each entry stands', () => {
    const text = 'é, 🦎b # c\n\n\tlast ,';
    for (const entry of splitList(text))
      assert.equal(text.slice(entry.start, entry.end), entry.text);
    assert.deepEqual(
      splitList(text).map(({ start, end }) => [start, end]),
      [
        [0, 1],
        [3, 6],
        [13, 17],
      ],
    );
  });
});
