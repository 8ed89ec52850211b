import assert from 'node:assert/strict';
import { readPattern } from './pattern.ts';
import { unseenComments } from './unseenComments.ts';

const unseen = (text: string) =>
  unseenComments(readPattern(text, 'batch')).map(({ start, end, items }) => [
    text.slice(start, end),
    items.map((item) => item.text),
  ]);

describe('a comment that Core does not see', () => {
  it('begins right behind a name, and reaches to the end of its line', () =>
    assert.deepEqual(unseen('web# all, or not\ndb# one\ncache'), [
      ['# all, or not', ['web# all', 'or not']],
      ['# one', ['db# one']],
    ]));

  it('is none that Core sees, and no name', () => {
    assert.deepEqual(unseen('web # all# this, too\n# db# x'), []);
    assert.deepEqual(unseen('web#1, C#'), []);
  });
});
